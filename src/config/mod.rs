//! The only reader of `config/*.toml` and of the environment: strict, checked across files, and plain about what is wrong.
//!
//! Policy is here, facts are in the database (invariant 9). A wrong configuration never starts half a daemon: either
//! everything is sound, or every mistake is listed.

pub mod billing;
mod calendar;
pub mod clerk;
pub mod deployments;
mod fault;
mod office_forms;
pub mod programme;
pub mod projects;
pub mod secret;
mod shipped;
pub mod words;

pub use billing::Billing;
pub use clerk::{Alliance, Clerk, Coordinator, DeliveryKind, MailboxKind, SentCopy, Tls, Trust};
pub use fault::{ConfigFault, nearest};
pub use office_forms::OfficeForms;
pub use programme::{Programme, Referees};
pub use shipped::write_missing;

use crate::domain::civil::Zone;
use crate::domain::invoice::VatCode;
use crate::domain::reference::ReferenceKind;
use crate::domain::school_days::SchoolDays;
use crate::domain::{CaseId, EmailAddress, FormId, ProgrammeId, deployment, invoice, meeting, project, register};
use crate::forms::definition::{Meaning, OptionList};
use crate::forms::{Definition, FormReader};
use calendar::CalendarFile;
use programme::{How, ProgrammeFile};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Everything that configuration says, checked.
#[derive(Debug)]
pub struct Config {
    /// The folder that relative paths start at.
    pub root: PathBuf,
    pub clerk: Clerk,
    pub programmes: BTreeMap<ProgrammeId, Programme>,
    pub billing: Billing,
    pub office_forms: OfficeForms,
    pub calendar: SchoolDays,
}

/// All that is wrong with a configuration; never empty.
#[derive(Debug)]
pub struct ConfigFaults(pub Vec<ConfigFault>);

impl std::error::Error for ConfigFaults {}

impl fmt::Display for ConfigFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl Config {
    /// Reads and checks all files beneath `root/config`.
    ///
    /// # Errors
    /// Every mistake that was found, each with its file, line and key.
    pub fn load(root: &Path) -> Result<Self, ConfigFaults> {
        let mut faults = vec![];
        let folder = root.join("config");
        if !folder.join("clerk.toml").exists() {
            let message = format!(
                "there is no such file. `alliance-clerk init {}` makes one; or name the clerk's folder with --config DIR.",
                root.display()
            );
            return Err(ConfigFaults(vec![ConfigFault::of_file(&folder.join("clerk.toml"), message)]));
        }
        let clerk = read::<Clerk>(&folder.join("clerk.toml"), &mut faults);
        if let Some((clerk, text)) = &clerk {
            faults.extend(clerk.faults(&folder.join("clerk.toml"), text));
        }
        let forms = read_forms(&folder.join("forms"), &mut faults);
        let programmes = read_programmes(&folder.join("programmes"), &forms, &mut faults);
        let office_forms = OfficeForms::of(&folder.join("forms"), &forms, &mut faults);
        let billing = read_billing(&folder.join("billing.toml"), &programmes, &mut faults);
        without_a_reason(&folder.join("programmes"), &billing, &programmes, &mut faults);
        let calendar = read_calendar(&folder.join("calendar.toml"), &mut faults);
        match clerk {
            Some((clerk, _)) if faults.is_empty() => {
                let billing = billing.of_alliance(&clerk.alliance);
                Ok(Self { root: root.to_owned(), clerk, programmes, billing, office_forms, calendar })
            }
            Some(_) | None => Err(ConfigFaults(faults)),
        }
    }

    /// The configuration that ships with the clerk, for reading forms where no folder has been set up.
    ///
    /// # Errors
    /// When no temporary folder can be made.
    pub fn shipped() -> std::io::Result<Self> {
        let folder = tempfile::tempdir()?;
        write_missing(folder.path())?;
        Self::load(folder.path()).map_err(std::io::Error::other)
    }

    /// A path of the configuration, from the clerk's folder on.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    pub fn programme(&self, id: &ProgrammeId) -> Option<&Programme> {
        self.programmes.get(id)
    }

    /// Every form, with the programme that it belongs to: application forms first, then short forms for referees and for pen portraits.
    pub fn forms(&self) -> Vec<(&Programme, &FormReader)> {
        let programmes = || self.programmes.values();
        let applications = programmes().map(|programme| (programme, &programme.form));
        let short = programmes().flat_map(|programme| {
            programme.references.iter().filter_map(move |referees| Some((programme, referees.form.as_ref()?)))
        });
        let portraits = programmes().filter_map(|programme| Some((programme, programme.portrait_form.as_ref()?)));
        applications.chain(short).chain(portraits).collect()
    }

    /// Every form, those of the office among them.
    pub fn all_forms(&self) -> Vec<&FormReader> {
        self.forms().into_iter().map(|(_, form)| form).chain(self.office_forms.all()).collect()
    }

    /// The time zone of the office: that of its programmes.
    pub fn zone(&self) -> Zone {
        self.programmes.values().next().map_or_else(Zone::london, |programme| programme.window.zone.clone())
    }

    pub fn coordinator(&self, address: &EmailAddress) -> Option<&Coordinator> {
        self.clerk.coordinators.iter().find(|coordinator| coordinator.email == *address)
    }

    /// Whether time may be set by `--now`: only while nothing outside this machine is touched.
    pub fn is_self_contained(&self) -> bool {
        self.clerk.mailbox.kind == MailboxKind::Folder && self.clerk.delivery.kind == DeliveryKind::Folder
    }
}

fn read<T: DeserializeOwned>(file: &Path, faults: &mut Vec<ConfigFault>) -> Option<(T, String)> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(e) => {
            faults.push(ConfigFault::of_file(file, format!("this file cannot be read: {e}.")));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some((value, text)),
        Err(e) => {
            faults.push(ConfigFault::of_toml(file, &text, &e));
            None
        }
    }
}

/// Without the file no day but the weekend is free of school.
fn read_calendar(file: &Path, faults: &mut Vec<ConfigFault>) -> SchoolDays {
    if !file.exists() {
        return SchoolDays::default();
    }
    let Some((calendar, _)) = read::<CalendarFile>(file, faults) else { return SchoolDays::default() };
    calendar.ready().unwrap_or_else(|wrong| {
        faults.extend(wrong.into_iter().map(|message| ConfigFault::of_file(file, message)));
        SchoolDays::default()
    })
}

/// What the clerk's own numbers begin with.
const OWN_PREFIXES: [&str; 5] =
    [register::PREFIX, meeting::PREFIX, project::PREFIX, deployment::PREFIX, invoice::HOME_SERIES];

/// Without the file every key has its default.
fn read_billing(file: &Path, programmes: &BTreeMap<ProgrammeId, Programme>, faults: &mut Vec<ConfigFault>) -> Billing {
    let read = if file.exists() { read::<Billing>(file, faults) } else { Some((Billing::default(), String::new())) };
    let Some((billing, text)) = read else { return Billing::default() };
    let cases = programmes.values().map(|programme| programme.case_prefix.as_str());
    let taken: Vec<&str> = OWN_PREFIXES.into_iter().chain(cases).collect();
    let wrong = billing.faults(&taken).into_iter();
    faults.extend(wrong.map(|(table, key, message)| ConfigFault::of_key(file, &text, table, key, message)));
    billing
}

/// Who is registered for VAT must say on an invoice why a line bears none.
fn without_a_reason(
    folder: &Path,
    billing: &Billing,
    programmes: &BTreeMap<ProgrammeId, Programme>,
    faults: &mut Vec<ConfigFault>,
) {
    for (id, programme) in programmes {
        let charging = &programme.charging;
        let bears_none = match charging.vat {
            VatCode::Exempt | VatCode::Outside => charging.vat_note.trim().is_empty(),
            VatCode::Standard => false,
        };
        if billing.seller.is_registered_for_vat() && programme.deployments.enabled && bears_none {
            let message = format!(
                "[charging] of the programme \"{id}\": billing.toml has a VAT number, so expected `vat_note`, the reason that invoices give for charging no VAT."
            );
            faults.push(ConfigFault::of_file(folder, message));
        }
    }
}

/// The .toml files of a folder, by name.
fn files_of(folder: &Path, faults: &mut Vec<ConfigFault>) -> Vec<PathBuf> {
    match std::fs::read_dir(folder) {
        Ok(entries) => {
            let mut files: Vec<PathBuf> = entries
                .filter_map(|e| e.ok().map(|e| e.path()))
                .filter(|p| p.extension().is_some_and(|x| x == "toml"))
                .collect();
            files.sort();
            files
        }
        Err(e) => {
            faults.push(ConfigFault::of_file(folder, format!("this folder cannot be read: {e}.")));
            vec![]
        }
    }
}

fn read_forms(folder: &Path, faults: &mut Vec<ConfigFault>) -> BTreeMap<FormId, Definition> {
    let mut forms = BTreeMap::new();
    for file in files_of(folder, faults) {
        let Some((mut form, text)) = read::<Definition>(&file, faults) else { continue };
        // Choices that come from a programme's list are filled in with the programme; until then they stand for themselves.
        for field in form.sections.iter_mut().flat_map(|section| section.fields.iter_mut()) {
            if field.options_from.is_some() && field.options.is_empty() {
                field.options = vec![String::new()];
            }
        }
        for message in form.faults() {
            faults.push(ConfigFault::of_file(&file, message));
        }
        if forms.contains_key(&form.id) {
            faults.push(ConfigFault::of_key(&file, &text, "", "id", "another file in this folder has the same id."));
        }
        forms.insert(form.id.clone(), form);
    }
    forms
}

fn read_programmes(
    folder: &Path,
    forms: &BTreeMap<FormId, Definition>,
    faults: &mut Vec<ConfigFault>,
) -> BTreeMap<ProgrammeId, Programme> {
    let mut programmes: BTreeMap<ProgrammeId, Programme> = BTreeMap::new();
    for file in files_of(folder, faults) {
        let Some((programme, text)) = read::<ProgrammeFile>(&file, faults) else { continue };
        let mut wrong = |key: &str, message: String| faults.push(ConfigFault::of_key(&file, &text, "", key, message));
        if !CaseId::is_prefix(&programme.case_prefix) {
            wrong("case_prefix", "expected two to six capital letters, such as \"SLE\".".to_owned());
        }
        if OWN_PREFIXES.contains(&programme.case_prefix.as_str()) {
            let own = OWN_PREFIXES.join(", ");
            wrong("case_prefix", format!("the clerk numbers other things so ({own}); choose another prefix."));
        }
        for (key, message) in programme.projects.faults() {
            wrong(key, message);
        }
        let table = |table: &str, key: &str, message: String| ConfigFault::of_key(&file, &text, table, key, message);
        let mut unsound: Vec<ConfigFault> = programme
            .deployments
            .faults()
            .into_iter()
            .map(|(key, message)| table("deployments", key, message))
            .collect();
        if programme.deployments.enabled {
            let charging = programme.charging.faults().into_iter();
            unsound.extend(charging.map(|wrong| table("charging", wrong.key, wrong.sentence)));
        }
        if programmes.contains_key(&programme.id) {
            wrong("id", "another programme has the same id.".to_owned());
        }
        if programmes.values().any(|other| other.case_prefix == programme.case_prefix) {
            wrong("case_prefix", "another programme has the same prefix; case numbers would be mixed up.".to_owned());
        }
        let Some(form) = forms.get(&programme.form) else {
            let known: Vec<&str> = forms.keys().map(FormId::as_str).collect();
            let hint = nearest(programme.form.as_str(), &known)
                .map(|near| format!(" Did you mean \"{near}\"?"))
                .unwrap_or_default();
            wrong("form", format!("there is no form of this name in config/forms/.{hint}"));
            continue;
        };
        let references = referees(&programme, form, forms, &mut wrong);
        let portrait = portrait_form(&programme, forms, &mut wrong);
        faults.append(&mut unsound);
        let ready = prepare(programme, form.clone(), references, portrait);
        programmes.insert(ready.id.clone(), ready);
    }
    programmes
}

/// The short form for pen portraits, where the programme names one.
fn portrait_form(
    programme: &ProgrammeFile,
    forms: &BTreeMap<FormId, Definition>,
    wrong: &mut impl FnMut(&str, String),
) -> Option<Definition> {
    let id = programme.portrait.form.as_ref()?;
    let Some(form) = forms.get(id) else {
        wrong("form", format!("[portrait] names the form \"{id}\"; there is none of this name in config/forms/."));
        return None;
    };
    for (meaning, word) in [(Meaning::Portrait, "portrait"), (Meaning::Consent, "consent")] {
        if form.meaning(meaning).is_none() {
            wrong("form", format!("[portrait]: the form {id} has no field that `means = \"{word}\"`."));
        }
    }
    Some(form.clone())
}

/// The references that a programme asks for. What they need of its forms must be there.
fn referees(
    programme: &ProgrammeFile,
    application: &Definition,
    forms: &BTreeMap<FormId, Definition>,
    wrong: &mut impl FnMut(&str, String),
) -> Vec<Referees> {
    let mut ready: Vec<Referees> = vec![];
    for policy in &programme.references {
        let kind = policy.kind.word();
        if ready.iter().any(|other| other.kind() == policy.kind) {
            wrong("kind", format!("\"{kind}\" stands twice; each kind of reference has one block."));
        }
        let (_, email) = referee_fields(policy.kind);
        if application.meaning(email).is_none() {
            wrong(
                "kind",
                format!(
                    "the application form has no field for the {}'s e-mail address (`means`).",
                    policy.kind.person()
                ),
            );
        }
        let form = policy.form.as_ref().and_then(|id| forms.get(id));
        match (policy.how, form) {
            (How::ByRequest, None) => {
                wrong(
                    "form",
                    format!(
                        "\"{kind}\" is asked for by request: expected `form`, the name of a file in config/forms/."
                    ),
                );
            }
            (How::ByRequest, Some(form)) if form.meaning(Meaning::Supports).is_none() => {
                wrong("form", format!("the form {} has no field that `means = \"supports\"`.", form.id));
            }
            (How::InForm, _) if application.meaning(Meaning::Supports).is_none() => {
                wrong(
                    "how",
                    "\"in-form\" needs a field in the application form that `means = \"supports\"`.".to_owned(),
                );
            }
            (How::ByRequest | How::InForm, _) => {}
        }
        ready.push(Referees { policy: policy.clone(), form: form.cloned().map(FormReader::new) });
    }
    ready
}

/// Where an application form names a referee: name and e-mail address.
pub fn referee_fields(kind: ReferenceKind) -> (Meaning, Meaning) {
    match kind {
        ReferenceKind::Headteacher => (Meaning::HeadName, Meaning::HeadEmail),
        ReferenceKind::SecondReferee => (Meaning::SecondRefereeName, Meaning::SecondRefereeEmail),
        ReferenceKind::ChairOfGovernors => (Meaning::ChairName, Meaning::ChairEmail),
    }
}

/// Fills the programme's lists into its form.
fn prepare(
    file: ProgrammeFile,
    mut form: Definition,
    references: Vec<Referees>,
    mut portrait: Option<Definition>,
) -> Programme {
    let forms = std::iter::once(&mut form).chain(&mut portrait);
    for field in forms.flat_map(|form| &mut form.sections).flat_map(|section| &mut section.fields) {
        match field.options_from {
            Some(OptionList::Specialisms) => {
                field.options = file.specialisms.iter().map(|s| s.name.clone()).collect();
                field.synonyms = file
                    .specialisms
                    .iter()
                    .flat_map(|s| s.also.iter().map(|other| (other.clone(), s.name.clone())))
                    .collect();
            }
            None => {}
        }
    }
    Programme {
        id: file.id,
        name: file.name,
        short_name: file.short_name,
        role: file.role,
        a_role: file.a_role,
        case_prefix: file.case_prefix,
        words: file.words,
        specialisms: file.specialisms,
        window: file.window,
        application: file.application,
        references,
        reminders: file.reminders,
        review: file.review,
        outcomes: file.outcomes,
        enquiries: file.enquiries,
        designation: file.designation,
        meetings: file.meetings,
        training: file.training,
        portrait: file.portrait,
        portrait_form: portrait.map(FormReader::new),
        booklet: file.booklet,
        projects: file.projects,
        deployments: file.deployments,
        charging: file.charging,
        form: FormReader::new(form),
    }
}
