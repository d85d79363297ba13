//! `forms write DIR`: the blank forms.

use super::arguments::FormsAction;
use super::place::Place;
use super::{Failure, print};
use crate::render::{blank_form, short_form};

pub fn run(place: &Place, action: &FormsAction) -> Result<(), Failure> {
    match action {
        FormsAction::Write { dir } => {
            let config = place.config()?;
            std::fs::create_dir_all(dir)
                .map_err(|e| Failure::fault(format!("{} could not be made: {e}", dir.display())))?;
            for programme in config.programmes.values() {
                let file = blank_form(&config, programme)?;
                let path = dir.join(&file.name);
                std::fs::write(&path, &file.bytes)
                    .map_err(|e| Failure::fault(format!("{} could not be written: {e}", path.display())))?;
                print(&format!("wrote {} ({})", path.display(), programme.form.definition.title));
            }
            for form in config.all_forms().into_iter().skip(config.programmes.len()) {
                let file = short_form(&config, form)?;
                let path = dir.join(&file.name);
                std::fs::write(&path, &file.bytes)
                    .map_err(|e| Failure::fault(format!("{} could not be written: {e}", path.display())))?;
                print(&format!("wrote {} ({})", path.display(), form.definition.title));
            }
            Ok(())
        }
    }
}
