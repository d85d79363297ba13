//! From a letter as data to the bytes that are sent: handlebars and Markdown, text and HTML from one tree.

pub mod mail;
pub mod markdown;
pub mod pdf;
mod review;
mod templates;

pub use templates::{TemplateFault, Templates};

use crate::booklet::Booklet;
use crate::calendar;
use crate::config::Config;
use crate::domain::reference::ReferenceKind;
use crate::domain::token::TokenKey;
use crate::domain::{CaseId, EmailAddress, FormId, ProgrammeId};
use crate::einvoice::InvoiceDocument;
use crate::forms::write::{self, Letterhead};
use crate::forms::{Definition, FormReader, Meaning};
use crate::letters::deployment::agreement;
use crate::letters::{Draft, Enclosure, LetterKind, certificate};
use jiff::Timestamp;
use jiff::civil::Date;
use mail::{CalendarPart, File, Parts};
use pdf::{LetterSheet, PdfFault, Press};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use templates::Words;

/// Everything needed to write letters; made once, at start.
pub struct Renderer {
    templates: Templates,
    alliance: Value,
    from_name: String,
    from: EmailAddress,
    /// Blank forms, by programme: the same bytes for everyone.
    blanks: BTreeMap<ProgrammeId, File>,
    press: Press,
    letterhead: pdf::Letterhead,
    signed_by: String,
    signed_as: String,
    /// Short forms for referees.
    short_forms: BTreeMap<(ProgrammeId, ReferenceKind), Definition>,
    /// Short forms for pen portraits.
    portraits: BTreeMap<ProgrammeId, Definition>,
    /// Forms of the office.
    office_forms: BTreeMap<FormId, Definition>,
}

/// A letter as it will be sent.
#[derive(Debug, Clone)]
pub struct Rendered {
    pub subject: String,
    pub message_id: String,
    pub bytes: Vec<u8>,
    /// Why a person should see it before it goes: its PDF could not be set, so that it is not enclosed.
    pub trouble: Option<String>,
}

/// A letter as a person looks at it.
pub struct Shown {
    pub subject: String,
    pub text: String,
    pub html: String,
}

#[derive(Debug, thiserror::Error)]
pub enum RenderFault {
    #[error(transparent)]
    Template(#[from] TemplateFault),
    #[error(transparent)]
    Mail(#[from] mail::MailFault),
    #[error("the form of {0} could not be written: {1}")]
    Form(String, String),
    #[error(transparent)]
    Pdf(#[from] pdf::PdfFault),
    #[error(transparent)]
    Sheet(#[from] crate::sheets::SheetFault),
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";
const XML: &str = "application/xml";

impl Renderer {
    /// # Errors
    /// When a template is unsound or a blank form cannot be written: nothing starts then.
    pub fn new(config: &Config) -> Result<Self, RenderFault> {
        let alliance = &config.clerk.alliance;
        let mut blanks = BTreeMap::new();
        let mut short_forms = BTreeMap::new();
        let mut portraits = BTreeMap::new();
        for programme in config.programmes.values() {
            blanks.insert(programme.id.clone(), blank_form(config, programme)?);
            if let Some(form) = &programme.portrait_form {
                portraits.insert(programme.id.clone(), form.definition.clone());
            }
            for referees in &programme.references {
                if let Some(form) = &referees.form {
                    short_forms.insert((programme.id.clone(), referees.kind()), form.definition.clone());
                }
            }
        }
        let press = Press::load(&config.path("templates/documents".as_ref()))?;
        if press.has_own() {
            press.try_frames()?;
        }
        let renderer = Self {
            templates: Templates::load(&config.path("templates".as_ref()))?,
            alliance: json!({
                "name": alliance.name, "email": alliance.email.as_str(), "signed_by": alliance.signed_by,
                "signed_as": alliance.signed_as, "telephone": alliance.telephone, "website": alliance.website,
            }),
            from_name: alliance.name.clone(),
            from: alliance.email.clone(),
            blanks,
            press,
            letterhead: pdf::Letterhead {
                name: alliance.name.clone(),
                address: String::new(),
                telephone: alliance.telephone.clone(),
                email: alliance.email.to_string(),
                website: alliance.website.clone(),
            },
            signed_by: alliance.signed_by.clone(),
            signed_as: alliance.signed_as.clone(),
            short_forms,
            portraits,
            office_forms: config
                .office_forms
                .all()
                .map(|form| (form.definition.id.clone(), form.definition.clone()))
                .collect(),
        };
        for kind in crate::letters::ALL {
            for facts in (kind.samples)() {
                renderer.show(kind, &facts, "SLE-2027-0014 · 7KQ2-M9XD")?;
            }
        }
        Ok(renderer)
    }

    fn shared(&self, kind: &LetterKind, reference: &str) -> Value {
        json!({ "alliance": self.alliance, "reference": reference, "office": kind.is_for_office() })
    }

    /// A letter's text and page.
    ///
    /// # Errors
    /// When a template asks for a fact that the letter does not have.
    pub fn show(&self, kind: &LetterKind, facts: &Value, reference: &str) -> Result<Shown, RenderFault> {
        let shared = self.shared(kind, reference);
        let words = self.templates.words(kind, facts, &shared)?;
        self.shown(&words, &shared)
    }

    fn shown(&self, words: &Words, shared: &Value) -> Result<Shown, RenderFault> {
        let html = self.templates.page(words, shared)?;
        let text = [&words.body, &words.foot].map(|nodes| markdown::to_text(nodes)).join("\n")
            + "\n-- \n"
            + &markdown::to_text(&words.footer);
        Ok(Shown { subject: words.subject.clone(), text, html })
    }

    /// The bytes of a letter. The same draft gives the same bytes and the same Message-ID.
    ///
    /// # Errors
    /// When a template asks for a fact that the letter does not have, or an address is none.
    pub fn render(&self, draft: &Draft, key: &TokenKey, now: Timestamp) -> Result<Rendered, RenderFault> {
        let reference = draft.case.as_ref().map(|case| reference(key, case, &draft.to)).unwrap_or_default();
        let shared = self.shared(draft.kind, &reference);
        let words = self.templates.words(draft.kind, &draft.facts, &shared)?;
        let shown = self.shown(&words, &shared)?;
        let message_id = key.message_id(&draft.purpose, self.from.domain());
        let mut files = vec![];
        let mut trouble = None;
        for enclosure in &draft.attach {
            match self.enclosed(enclosure, draft, &words) {
                Ok(file) => files.extend(file),
                // A name that no font can print must not keep everybody else's letters from going.
                Err(RenderFault::Pdf(fault)) => trouble = Some(format!("its PDF is missing: {fault}")),
                Err(fault) => return Err(fault),
            }
        }
        let bytes = mail::compose(Parts {
            from_name: &self.from_name,
            from: &self.from,
            to_name: &draft.to_name,
            to: &draft.to,
            subject: &shown.subject,
            message_id: &message_id,
            date: now,
            voice: draft.kind.voice,
            letter: draft.kind.name,
            answers: draft.answers.as_ref(),
            text: shown.text,
            html: shown.html,
            calendar: draft
                .invitation
                .as_ref()
                .map(|entry| CalendarPart { method: entry.method, text: calendar::invitation(entry) }),
            files,
        })?;
        Ok(Rendered { subject: shown.subject, message_id, bytes, trouble })
    }

    fn certificate(&self, sheet: &certificate::Sheet) -> Result<Vec<u8>, PdfFault> {
        let sheet = pdf::CertificateSheet {
            alliance: self.letterhead.clone(),
            date: sheet.taken_on,
            name: sheet.name.clone(),
            role: sheet.role.clone(),
            module: sheet.module.clone(),
            entry: sheet.entry.clone(),
            signed_by: self.signed_by.clone(),
            signed_as: self.signed_as.clone(),
        };
        Ok(self.press.certificate(&sheet)?.bytes)
    }

    fn agreement(&self, paper: &agreement::Paper) -> Result<Vec<u8>, PdfFault> {
        let plan = &paper.plan;
        let sheet = pdf::AgreementSheet {
            alliance: self.letterhead.clone(),
            date: paper.date,
            case: paper.case.clone(),
            version: paper.version,
            subject: paper.subject.clone(),
            school: paper.school.clone(),
            school_head: paper.school_head.clone(),
            doers: paper.doers.iter().map(doer).collect(),
            need: paper.need.clone(),
            hoped_for: paper.hoped_for.clone(),
            model: plan.model,
            half_days: plan.half_days,
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            review_on: plan.review_on,
            end_point: plan.end_point.clone(),
            lines: plan.lines.clone(),
            rate: paper.rate.clone(),
            terms: paper.terms.clone(),
            parties: paper.signatures.iter().map(agreed_party).collect(),
            reply_by: paper.reply_by,
        };
        Ok(self.press.agreement(&sheet)?.bytes)
    }

    /// The same words as the mail's, from the same tree, on the alliance's paper (invariant 7).
    fn on_paper(&self, draft: &Draft, words: &Words, to_lines: &[String], date: Date) -> Result<Vec<u8>, PdfFault> {
        let sheet = LetterSheet {
            alliance: self.letterhead.clone(),
            date,
            reference: draft.case.as_ref().map(ToString::to_string).unwrap_or_default(),
            to_name: draft.to_name.clone(),
            to_lines: to_lines.to_vec(),
            subject: words.subject.clone(),
            body: words.body.clone(),
            closing: "Yours sincerely".to_owned(),
            signed_by: self.signed_by.clone(),
            signed_as: self.signed_as.clone(),
        };
        Ok(self.press.letter(&sheet)?.bytes)
    }
}

impl Renderer {
    /// Sets a sample in every frame of the PDF documents.
    ///
    /// # Errors
    /// The first frame that is unsound, with its line.
    pub fn try_documents(&self) -> Result<(), RenderFault> {
        Ok(self.press.try_frames()?)
    }

    /// The booklet on paper.
    ///
    /// # Errors
    /// When it is too long to be set, or an alliance's own frame is unsound.
    pub fn booklet(&self, booklet: &Booklet) -> Result<pdf::Pdf, RenderFault> {
        Ok(self.press.booklet(booklet)?)
    }

    /// What work has achieved, on paper.
    ///
    /// # Errors
    /// When it is too long to be set, or an alliance's own frame is unsound.
    pub fn impact(&self, sheet: pdf::ImpactSheet) -> Result<pdf::Pdf, RenderFault> {
        Ok(self.press.impact(&pdf::ImpactSheet { alliance: self.letterhead.clone(), ..sheet })?)
    }

    /// A short form with what is known in it.
    fn with_known(&self, form: &Definition, known: &[(Meaning, String)]) -> Result<Vec<File>, RenderFault> {
        let known = known.iter().filter_map(|(what, value)| Some((form.meaning(*what)?.id.clone(), value.clone())));
        let head = Letterhead { alliance: self.from_name.clone(), return_to: self.from.to_string() };
        let bytes = write::write(form, &head, &known.collect())
            .map_err(|e| RenderFault::Form(form.id.to_string(), e.to_string()))?;
        Ok(vec![File { name: format!("{}.docx", form.id), content_type: DOCX, bytes }])
    }

    /// The page of a document that was issued, from what was stored then: the bytes that its letter enclosed, for as long as
    /// the frames stay the same.
    ///
    /// # Errors
    /// When it does not add up, or cannot be printed.
    pub fn issued(&self, document: &InvoiceDocument, is_time_sheet: bool) -> Result<Vec<u8>, RenderFault> {
        let pdf = if is_time_sheet {
            self.press.time_sheet(&pdf::TimeSheet::of(document, &self.letterhead))?
        } else {
            self.press.invoice(document)?
        };
        Ok(pdf.bytes)
    }

    /// The page of a draft, for those who decide about it.
    ///
    /// # Errors
    /// When it does not add up, or cannot be printed.
    pub fn draft(&self, document: &InvoiceDocument, is_time_sheet: bool) -> Result<Vec<u8>, RenderFault> {
        let pdf = if is_time_sheet {
            self.press.time_sheet(&pdf::TimeSheet::of(document, &self.letterhead))?
        } else {
            self.press.draft(document)?
        };
        Ok(pdf.bytes)
    }

    fn enclosed(&self, enclosure: &Enclosure, draft: &Draft, words: &Words) -> Result<Vec<File>, RenderFault> {
        match enclosure {
            Enclosure::BlankForm { programme, .. } => Ok(self.blanks.get(programme).cloned().into_iter().collect()),
            Enclosure::ReviewPack(pack) => review::files(&self.press, &self.from_name, pack),
            Enclosure::Workbook { name, sheets, made } => {
                let bytes = crate::sheets::workbook(sheets, *made)?;
                Ok(vec![File { name: format!("{name}.xlsx"), content_type: XLSX, bytes }])
            }
            Enclosure::PassedOn(file) => Ok(vec![File {
                name: file.name.clone(),
                content_type: file.kind.media_type(),
                bytes: file.bytes.to_vec(),
            }]),
            Enclosure::Certificate(sheet) => {
                let bytes = self.certificate(sheet)?;
                Ok(vec![File { name: format!("certificate-{}.pdf", sheet.entry), content_type: PDF, bytes }])
            }
            Enclosure::Invoice(document) => {
                let bytes = self.issued(document, false)?;
                let mut files = vec![File { name: format!("{}.pdf", document.number), content_type: PDF, bytes }];
                if document.buyer.peppol.is_some() {
                    let bytes = crate::einvoice::ubl(document).map_err(PdfFault::from)?;
                    files.push(File { name: format!("{}.xml", document.number), content_type: XML, bytes });
                }
                Ok(files)
            }
            Enclosure::TimeSheet(document) => {
                let bytes = self.issued(document, true)?;
                Ok(vec![File { name: format!("{}.pdf", document.number), content_type: PDF, bytes }])
            }
            Enclosure::Statement(statement) => {
                let bytes = self.press.statement(statement)?.bytes;
                Ok(vec![File { name: format!("statement-{}.pdf", statement.on), content_type: PDF, bytes }])
            }
            Enclosure::Agreement(paper) => {
                let bytes = self.agreement(paper)?;
                Ok(vec![File { name: format!("agreement-{}.pdf", paper.case), content_type: PDF, bytes }])
            }
            Enclosure::ReferenceForm { programme, kind, applicant } => {
                let Some(form) = self.short_forms.get(&(programme.clone(), *kind)) else { return Ok(vec![]) };
                let known = form.meaning(Meaning::ApplicantName).map(|field| (field.id.clone(), applicant.clone()));
                let head = Letterhead { alliance: self.from_name.clone(), return_to: self.from.to_string() };
                let bytes = write::write(form, &head, &known.into_iter().collect())
                    .map_err(|e| RenderFault::Form(form.id.to_string(), e.to_string()))?;
                Ok(vec![File { name: format!("{}.docx", form.id), content_type: DOCX, bytes }])
            }
            Enclosure::PortraitForm { programme, known } => {
                self.portraits.get(programme).map_or(Ok(vec![]), |form| self.with_known(form, known))
            }
            Enclosure::OfficeForm { form, known } => {
                self.office_forms.get(form).map_or(Ok(vec![]), |form| self.with_known(form, known))
            }
            Enclosure::LetterPdf { name, to_lines, date } => {
                let bytes = self.on_paper(draft, words, to_lines, *date)?;
                Ok(vec![File { name: name.clone(), content_type: PDF, bytes }])
            }
        }
    }
}

fn doer(doer: &agreement::Doer) -> pdf::Doer {
    pdf::Doer {
        name: doer.name.clone(),
        role: doer.role.clone(),
        home_school: doer.home_school.clone(),
        home_head: doer.home_head.clone(),
        half_days: doer.half_days,
    }
}

fn agreed_party(signature: &agreement::Signature) -> pdf::AgreedParty {
    pdf::AgreedParty {
        party: signature.party.clone(),
        name: signature.name.clone(),
        school: signature.school.clone(),
        agreed_on: signature.agreed_on,
    }
}

/// What a letter asks its reader to leave in the reply.
pub fn reference(key: &TokenKey, case: &CaseId, reader: &EmailAddress) -> String {
    format!("{case} · {}", key.reply_token(case, reader))
}

/// A referee's short form, with the alliance's name and address on it.
///
/// # Errors
/// When the Word file cannot be written.
pub fn short_form(config: &Config, form: &FormReader) -> Result<File, RenderFault> {
    let definition = &form.definition;
    let head =
        Letterhead { alliance: config.clerk.alliance.name.clone(), return_to: config.clerk.alliance.email.to_string() };
    let bytes = write::write(definition, &head, &BTreeMap::new())
        .map_err(|e| RenderFault::Form(definition.id.to_string(), e.to_string()))?;
    Ok(File { name: format!("{}.docx", definition.id), content_type: DOCX, bytes })
}

/// The blank form of a programme, with the alliance's name and address on it.
///
/// # Errors
/// When the Word file cannot be written.
pub fn blank_form(config: &Config, programme: &crate::config::Programme) -> Result<File, RenderFault> {
    let form = &programme.form.definition;
    let head =
        Letterhead { alliance: config.clerk.alliance.name.clone(), return_to: config.clerk.alliance.email.to_string() };
    let bytes = write::write(form, &head, &BTreeMap::new())
        .map_err(|e| RenderFault::Form(form.id.to_string(), e.to_string()))?;
    Ok(File { name: format!("{}.docx", form.id), content_type: DOCX, bytes })
}
