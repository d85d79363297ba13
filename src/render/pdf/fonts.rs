//! The fonts that documents are set in: an alliance's own, and those that ship inside the program.
//!
//! Libertinus Serif has Latin with every accent that Welsh, Polish, Irish, Yoruba or Vietnamese put on a letter, Greek,
//! Cyrillic and Hebrew; DejaVu Sans Mono and New Computer Modern Math stand in for signs and symbols. The machine's fonts
//! are not used: a letter must look the same wherever the clerk runs.

use super::PdfFault;
use std::path::PathBuf;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

pub(super) struct Fonts {
    pub book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// # Errors
    /// When one of the alliance's files holds no font.
    pub fn open(own: &[(String, Vec<u8>)]) -> Result<Self, PdfFault> {
        let mut fonts = vec![];
        for (name, bytes) in own {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(bytes.clone())));
            if fonts.len() == before {
                let file = PathBuf::from("templates/documents").join(name);
                let message = "holds no font that can be read. Replace or remove it.".to_owned();
                return Err(PdfFault::Override { file, message });
            }
        }
        fonts.extend(typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))));
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Self { book, fonts })
    }

    pub fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether some font has the character: the setter looks through all of them where its own lacks one.
    pub fn can_print(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}
