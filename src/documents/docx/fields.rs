//! Legacy form fields: FORMTEXT, FORMCHECKBOX and FORMDROPDOWN between `w:fldChar` marks.
//!
//! A field is a run of marks, `begin … separate … end`, that may cross paragraphs and nest (ECMA-376 §17.16.18).

use super::super::model::{Control, ControlKind, Inline};
use super::{attribute, child, is, is_on, value_of};
use roxmltree::Node;

/// More open fields than this is no form.
const MOST_OPEN: usize = 30;

#[derive(Default)]
pub struct OldFields {
    open: Vec<Open>,
}

struct Open {
    /// What a form field holds; `None` for fields that are not to be filled in (page numbers, links).
    control: Option<Control>,
    /// Past the `separate` mark: what follows is the result.
    in_result: bool,
}

impl OldFields {
    /// Text of a run: part of a form field's value, or of the paragraph.
    pub fn text(&mut self, text: &str, out: &mut Vec<Inline>) {
        match self.open.iter_mut().rev().find_map(|field| field.control.as_mut().filter(|_| field.in_result)) {
            Some(control) if control.kind == ControlKind::Text => control.value.push_str(text),
            // Word draws check boxes and lists itself; what stands in their result is a copy.
            Some(_) => {}
            None => match out.last_mut() {
                Some(Inline::Text(last)) => last.push_str(text),
                Some(Inline::Control(_)) | None => out.push(Inline::Text(text.to_owned())),
            },
        }
    }

    /// A `w:fldChar`.
    pub fn mark(&mut self, node: Node<'_, '_>, out: &mut Vec<Inline>) {
        match attribute(node, "fldCharType") {
            Some("begin") if self.open.len() < MOST_OPEN => {
                self.open.push(Open { control: child(node, "ffData").map(control_of), in_result: false });
            }
            Some("separate") => {
                if let Some(field) = self.open.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => {
                if let Some(control) = self.open.pop().and_then(|field| field.control) {
                    out.push(Inline::Control(tidied(control)));
                }
            }
            Some(_) | None => {}
        }
    }

    /// A field that goes on in the next paragraph: what it has so far belongs to this one.
    pub fn end_of_paragraph(&mut self, out: &mut Vec<Inline>) {
        for field in &mut self.open {
            if let Some(control) = field.control.as_mut().filter(|c| !c.value.trim().is_empty() && field.in_result) {
                let so_far = std::mem::take(&mut control.value);
                out.push(Inline::Control(tidied(Control { value: so_far, ..control.clone() })));
            }
        }
    }
}

fn control_of(data: Node<'_, '_>) -> Control {
    let tag = value_of(data, "name").unwrap_or("").trim().to_owned();
    let alias = value_of(data, "statusText").or_else(|| value_of(data, "helpText")).unwrap_or("").trim().to_owned();
    if let Some(checkbox) = child(data, "checkBox") {
        let ticked = match child(checkbox, "checked") {
            Some(checked) => is_on(checked),
            None => child(checkbox, "default").is_some_and(is_on),
        };
        return Control {
            tag,
            alias,
            kind: ControlKind::Tick,
            value: if ticked { "yes".to_owned() } else { String::new() },
        };
    }
    if let Some(list) = child(data, "ddList") {
        let chosen = value_of(list, "result")
            .or_else(|| value_of(list, "default"))
            .and_then(|v| v.parse::<usize>().ok())
            .unwrap_or(0);
        let entry = list.children().filter(|n| is(n, "listEntry")).nth(chosen).and_then(|n| attribute(n, "val"));
        return Control { tag, alias, kind: ControlKind::Choice, value: entry.unwrap_or("").trim().to_owned() };
    }
    Control { tag, alias, kind: ControlKind::Text, value: String::new() }
}

/// An empty text field shows five en spaces.
fn tidied(mut control: Control) -> Control {
    if control.value.chars().all(|c| c.is_whitespace() || c == '\u{2002}') {
        control.value.clear();
    }
    control
}
