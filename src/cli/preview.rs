//! `preview LETTER`: a letter with invented facts.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::config::nearest;
use crate::letters;
use crate::render::Renderer;
use serde_json::json;

pub fn run(place: &Place, letter: Option<&str>, html: bool) -> Result<(), Failure> {
    let Some(name) = letter else {
        if place.json {
            print_json(&letters::ALL.iter().map(|kind| json!({ "letter": kind.name, "about": kind.about })).collect());
        } else {
            for kind in letters::ALL {
                print(&format!("{:<20} {}", kind.name, kind.about));
            }
        }
        return Ok(());
    };
    let Some(kind) = letters::find(name) else {
        let known: Vec<&str> = letters::ALL.iter().map(|kind| kind.name).collect();
        let hint = nearest(name, &known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
        return Err(Failure::wrong(format!("there is no letter `{name}`.{hint} `preview` alone lists them.")));
    };
    let renderer = Renderer::new(&place.config()?)?;
    let mut shown = vec![];
    for facts in (kind.samples)() {
        shown.push(renderer.show(kind, &facts, "SLE-2027-0014 · 7KQ2-M9XD")?);
    }
    if place.json {
        print_json(&shown.iter().map(|s| json!({ "subject": s.subject, "text": s.text, "html": s.html })).collect());
        return Ok(());
    }
    for (i, sample) in shown.iter().enumerate() {
        if html {
            print(&sample.html);
            continue;
        }
        if i > 0 {
            print(&format!("\n{}\n", "=".repeat(72)));
        }
        print(&format!("Subject: {}\n\n{}", sample.subject, sample.text));
    }
    Ok(())
}
