//! A review pack as files: the whole in one, and each application apart.

use super::mail::File;
use super::pdf::{ApplicationSheet, Essay, Labelled, PackSheet, Press, ReferenceSheet};
use super::{PDF, RenderFault};
use crate::letters::review_pack::{Item, Pack};

pub fn files(press: &Press, alliance: &str, pack: &Pack) -> Result<Vec<File>, RenderFault> {
    let file = |name: &str, bytes| File { name: format!("{name}.pdf"), content_type: PDF, bytes };
    let sheets: Vec<ApplicationSheet> = pack.items.iter().map(|item| sheet(alliance, pack, item)).collect();
    let mut apart = vec![];
    for (item, sheet) in pack.items.iter().zip(&sheets).filter(|_| pack.apart) {
        apart.push(file(&item.case, press.application(sheet)?.bytes));
    }
    let whole = PackSheet {
        alliance: alliance.to_owned(),
        date: pack.date,
        title: pack.title.clone(),
        notes: pack.notes.clone(),
        items: sheets,
    };
    let mut files = vec![file(&pack.name, press.pack(&whole)?.bytes)];
    files.extend(apart);
    Ok(files)
}

fn sheet(alliance: &str, pack: &Pack, item: &Item) -> ApplicationSheet {
    let labelled = |pairs: &[(String, String)]| -> Vec<Labelled> {
        pairs.iter().map(|(label, value)| Labelled { label: label.clone(), value: value.clone() }).collect()
    };
    ApplicationSheet {
        alliance: alliance.to_owned(),
        date: pack.date,
        item: item.number,
        case: item.case.clone(),
        name: item.name.clone(),
        programme: pack.programme.clone(),
        window: pack.window.clone(),
        flags: item.flags.clone(),
        answers: labelled(&item.answers),
        essays: item
            .essays
            .iter()
            .map(|essay| Essay {
                question: essay.question.clone(),
                answer: essay.answer.clone(),
                words: essay.words,
                limit: essay.limit,
            })
            .collect(),
        references: item
            .references
            .iter()
            .map(|r| ReferenceSheet { title: r.title.clone(), answers: labelled(&r.answers) })
            .collect(),
    }
}
