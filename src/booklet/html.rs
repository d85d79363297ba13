//! The booklet as one page of HTML that needs nothing but itself: to be put on a website, searched, or printed.

use super::{Booklet, Card, Part, Phase, Section, Works};
use crate::domain::civil;
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../templates/documents/booklet.css");

/// Words as HTML shows them, whatever is in them.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}

/// The whole page.
pub fn page(booklet: &Booklet) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _written = write_page(booklet, &mut out);
    out
}

fn write_page(booklet: &Booklet, out: &mut String) -> std::fmt::Result {
    let (title, alliance) = (text(&booklet.title), text(&booklet.alliance));
    write!(
        out,
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title} · {alliance}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    )?;
    writeln!(
        out,
        "<header class=\"cover\">\n<p class=\"alliance\">{alliance}</p>\n<h1>{title}</h1>\n<p class=\"year\">{}</p>\n</header>\n<main>",
        text(&booklet.year)
    )?;
    asking(booklet, out)?;
    contents(booklet, out)?;
    for part in &booklet.parts {
        if booklet.parts.len() > 1 {
            writeln!(out, "<h2 class=\"part\">{}</h2>", text(&part.name))?;
        }
        sections(part, out)?;
    }
    table(booklet, out)?;
    index(booklet, out)?;
    writeln!(
        out,
        "</main>\n<footer><p>{alliance} · As the register stood on {}.</p></footer>\n</body>\n</html>",
        text(&civil::date_in_short(booklet.date))
    )
}

fn asking(booklet: &Booklet, out: &mut String) -> std::fmt::Result {
    writeln!(out, "<section class=\"asking\" id=\"asking\">\n<h2>How to ask for support</h2>")?;
    for part in &booklet.parts {
        if !part.about.is_empty() {
            writeln!(out, "<p>{}</p>", text(&part.about))?;
        }
    }
    let steps = booklet.parts.iter().map(|part| &part.steps).find(|steps| !steps.is_empty());
    if let Some(steps) = steps {
        writeln!(out, "<ol>")?;
        for step in steps {
            writeln!(out, "<li>{}</li>", text(step))?;
        }
        writeln!(out, "</ol>")?;
    }
    let contact = &booklet.contact;
    writeln!(out, "<address class=\"contact\">")?;
    if !contact.name.is_empty() {
        let post = if contact.post.is_empty() { String::new() } else { format!(", {}", text(&contact.post)) };
        writeln!(out, "<strong>{}</strong>{post}<br>", text(&contact.name))?;
    }
    write!(out, "<a href=\"mailto:{0}\">{0}</a>", text(&contact.email))?;
    if !contact.telephone.is_empty() {
        write!(out, "<br>{}", text(&contact.telephone))?;
    }
    if contact.website.starts_with("https://") || contact.website.starts_with("http://") {
        write!(out, "<br><a href=\"{0}\">{0}</a>", text(&contact.website))?;
    }
    writeln!(out, "\n</address>\n</section>")
}

fn contents(booklet: &Booklet, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "<nav class=\"contents\" aria-label=\"Areas of expertise\">\n<h2>Areas of expertise</h2>\n<div class=\"groups\">"
    )?;
    for part in &booklet.parts {
        let mut last = "";
        for section in &part.sections {
            if section.group != last {
                if !last.is_empty() {
                    writeln!(out, "</ul></div>")?;
                }
                let name = if booklet.parts.len() > 1 {
                    format!("{}: {}", part.short_name, section.group)
                } else {
                    section.group.clone()
                };
                writeln!(out, "<div><h3>{}</h3><ul>", text(&name))?;
                last = &section.group;
            }
            let count = section.people.len() + section.also.len();
            writeln!(
                out,
                "<li><a href=\"#{}\">{}</a> <span class=\"count\">{count}</span></li>",
                text(&section.id),
                text(&section.name)
            )?;
        }
        writeln!(out, "</ul></div>")?;
    }
    writeln!(
        out,
        "</div>\n<p class=\"ways\"><a href=\"#schools\">Where they work</a> · <a href=\"#index\">All names</a></p>\n</nav>"
    )
}

fn sections(part: &Part, out: &mut String) -> std::fmt::Result {
    for section in &part.sections {
        write_section(section, out)?;
    }
    Ok(())
}

fn write_section(section: &Section, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "<section class=\"area\" id=\"{}\">\n<p class=\"group\">{}</p>\n<h2>{}</h2>",
        text(&section.id),
        text(&section.group),
        text(&section.name)
    )?;
    for card in &section.people {
        write_card(card, out)?;
    }
    if !section.also.is_empty() {
        writeln!(out, "<ul class=\"also\">")?;
        for other in &section.also {
            writeln!(
                out,
                "<li>Also <a href=\"#{}\">{}</a>, {} <span class=\"quiet\">(see {})</span></li>",
                text(&other.id),
                text(&other.name),
                text(&other.school),
                text(&other.under)
            )?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</section>")
}

fn write_card(card: &Card, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "<article class=\"person\" id=\"{}\">\n<div class=\"who\"><h3>{}</h3>",
        text(&card.id),
        text(&card.name)
    )?;
    if !card.role.is_empty() {
        writeln!(out, "<p class=\"role\">{}</p>", text(&card.role))?;
    }
    writeln!(out, "<p>{}</p>", text(&card.school))?;
    if !card.place.is_empty() {
        writeln!(out, "<p class=\"quiet\">{}</p>", text(&card.place.join(" · ")))?;
    }
    writeln!(out, "</div>\n<div class=\"words\">")?;
    for line in card.portrait.lines().map(str::trim).filter(|line| !line.is_empty()) {
        writeln!(out, "<p>{}</p>", text(line))?;
    }
    if !card.further.is_empty() {
        writeln!(out, "<p class=\"further\">Also works in {}</p>", text(&card.further.join(", ")))?;
    }
    writeln!(out, "</div>\n</article>")
}

fn table(booklet: &Booklet, out: &mut String) -> std::fmt::Result {
    writeln!(out, "<section class=\"schools\" id=\"schools\">\n<h2>Where they work</h2>\n<div class=\"wide\"><table>")?;
    write!(out, "<thead><tr><th scope=\"col\">School</th>")?;
    for group in &booklet.groups {
        write!(out, "<th scope=\"col\">{}</th>", text(group))?;
    }
    writeln!(out, "</tr></thead>")?;
    for phase in &booklet.phases {
        write_phase(phase, booklet.groups.len(), out)?;
    }
    writeln!(out, "</table></div>\n</section>")
}

fn write_phase(phase: &Phase, groups: usize, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "<tbody><tr class=\"phase\"><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>",
        groups + 1,
        text(&phase.name)
    )?;
    for school in &phase.schools {
        let town = if school.town.is_empty() {
            String::new()
        } else {
            format!("<br><span class=\"quiet\">{}</span>", text(&school.town))
        };
        write!(out, "<tr><th scope=\"row\">{}{town}</th>", text(&school.name))?;
        for cell in &school.cells {
            let works = |works: &Works| {
                format!("{} <a href=\"#{}\">{}</a>", text(&works.area), text(&works.id), text(&works.name))
            };
            write!(out, "<td>{}</td>", cell.iter().map(works).collect::<Vec<_>>().join("<br>"))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>")
}

fn index(booklet: &Booklet, out: &mut String) -> std::fmt::Result {
    writeln!(out, "<section class=\"index\" id=\"index\">\n<h2>All names</h2>\n<ul>")?;
    for line in &booklet.index {
        writeln!(
            out,
            "<li><a href=\"#{}\">{}</a><br><span class=\"quiet\">{} · {}</span></li>",
            text(&line.id),
            text(&line.name),
            text(&line.school),
            text(&line.areas.join(", "))
        )?;
    }
    writeln!(out, "</ul>\n</section>")
}
