//! The frames that documents are set in: our own sources, or an alliance's in their place.

use super::PdfFault;
use std::collections::BTreeMap;
use std::path::Path;

/// Name and source. The last three are what the documents before them have in common.
pub(super) const SHIPPED: [(&str, &str); 13] = [
    ("letter.typ", include_str!("../../../templates/documents/letter.typ")),
    ("application.typ", include_str!("../../../templates/documents/application.typ")),
    ("booklet.typ", include_str!("../../../templates/documents/booklet.typ")),
    ("pack.typ", include_str!("../../../templates/documents/pack.typ")),
    ("invoice.typ", include_str!("../../../templates/documents/invoice.typ")),
    ("statement.typ", include_str!("../../../templates/documents/statement.typ")),
    ("agreement.typ", include_str!("../../../templates/documents/agreement.typ")),
    ("time_sheet.typ", include_str!("../../../templates/documents/time_sheet.typ")),
    ("impact.typ", include_str!("../../../templates/documents/impact.typ")),
    ("certificate.typ", include_str!("../../../templates/documents/certificate.typ")),
    ("billing.typ", include_str!("../../../templates/documents/billing.typ")),
    ("item.typ", include_str!("../../../templates/documents/item.typ")),
    ("common.typ", include_str!("../../../templates/documents/common.typ")),
];

/// A picture by one of these names heads the letters. Checked in this order.
const LOGOS: [&str; 3] = ["logo.svg", "logo.png", "logo.jpg"];

/// The sources of frames, an alliance's logo, and its fonts, as files: nothing is parsed here.
#[derive(Debug, Default)]
pub(super) struct Frames {
    pub sources: BTreeMap<&'static str, String>,
    pub logo: Option<(&'static str, Vec<u8>)>,
    pub fonts: Vec<(String, Vec<u8>)>,
    /// Something of the alliance's own is among them.
    pub own: bool,
}

impl Frames {
    /// Our own frames, replaced by files of the same name in `own`, which need not exist.
    ///
    /// # Errors
    /// When a file cannot be read, or a frame replaces nothing: a misspelt name would go unnoticed for ever.
    pub fn load(own: &Path) -> Result<Self, PdfFault> {
        let mut frames = Self {
            sources: SHIPPED.iter().map(|(name, source)| (*name, (*source).to_owned())).collect(),
            ..Self::default()
        };
        let fault = |file: &Path, e: std::io::Error| PdfFault::Override {
            file: file.to_owned(),
            message: format!("cannot be read ({e})"),
        };
        let entries = match std::fs::read_dir(own) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(frames),
            Err(e) => return Err(fault(own, e)),
        };
        let mut files = vec![];
        for entry in entries {
            files.push(entry.map_err(|e| fault(own, e))?.path());
        }
        // The order of fonts decides which one stands in for a missing character: the same on every machine.
        files.sort();
        for file in files {
            let Some(name) = file.file_name().and_then(|n| n.to_str()) else { continue };
            match file.extension().and_then(|x| x.to_str()) {
                Some("typ") => {
                    let Some((name, _)) = SHIPPED.iter().find(|(shipped, _)| *shipped == name) else {
                        let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
                        let message =
                            format!("replaces nothing: the frames are {}. Rename or remove it.", known.join(", "));
                        return Err(PdfFault::Override { file, message });
                    };
                    let source = std::fs::read_to_string(&file).map_err(|e| fault(&file, e))?;
                    frames.sources.insert(name, source);
                }
                Some("ttf" | "otf" | "ttc") => {
                    let bytes = std::fs::read(&file).map_err(|e| fault(&file, e))?;
                    frames.fonts.push((name.to_owned(), bytes));
                }
                Some(_) | None => {}
            }
        }
        for name in LOGOS {
            let file = own.join(name);
            if file.exists() {
                frames.logo = Some((name, std::fs::read(&file).map_err(|e| fault(&file, e))?));
                break;
            }
        }
        let replaced = SHIPPED.iter().any(|(name, ours)| frames.sources.get(name).is_some_and(|used| used != ours));
        frames.own = replaced || frames.logo.is_some() || !frames.fonts.is_empty();
        Ok(frames)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_of_the_same_name_replaces_ours_and_a_misspelt_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("letter.typ"), "mine").unwrap();
        std::fs::write(folder.path().join("README.txt"), "not a frame").unwrap();
        let frames = Frames::load(folder.path()).unwrap();
        assert!(frames.own);
        assert_eq!(frames.sources["letter.typ"], "mine");
        let shipped = SHIPPED.iter().find(|(name, _)| *name == "common.typ").unwrap();
        assert_eq!(frames.sources["common.typ"], shipped.1);
        std::fs::write(folder.path().join("leter.typ"), "mine").unwrap();
        let fault = Frames::load(folder.path()).unwrap_err().to_string();
        assert!(fault.contains("leter.typ: replaces nothing"), "{fault}");
    }

    #[test]
    fn no_folder_is_no_fault() {
        assert_eq!(Frames::load(Path::new("/nowhere/at/all")).unwrap().sources.len(), SHIPPED.len());
    }
}
