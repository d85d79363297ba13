//! Passwords: kept in a file, in the environment, or by systemd; read when they are needed; never shown.

use secrecy::SecretString;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Where a password is kept. Exactly one of the three is named.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretSource {
    pub file: Option<PathBuf>,
    pub env: Option<String>,
    /// A name given to systemd's `LoadCredential` or `LoadCredentialEncrypted`.
    pub credential: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum SecretFault {
    #[error("the password file {0} cannot be read: {1}")]
    File(PathBuf, std::io::Error),
    #[error("the environment variable {0}, which should hold the password, is not set")]
    Variable(String),
    #[error("systemd gave no credential named {0}: is LoadCredential={0}:… in the unit?")]
    Credential(String),
    #[error("the password is empty")]
    Empty,
}

impl SecretSource {
    pub fn is_sound(&self) -> bool {
        [self.file.is_some(), self.env.is_some(), self.credential.is_some()].into_iter().filter(|given| *given).count()
            == 1
    }

    /// Reads the password. Line ends at its end are not part of it.
    ///
    /// # Errors
    /// The operator's to mend: the sentence names the place that was looked at.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads secrets from the environment")]
    pub fn read(&self, root: &Path) -> Result<SecretString, SecretFault> {
        let from_file = |path: &Path| std::fs::read_to_string(path).map_err(|e| SecretFault::File(path.to_owned(), e));
        let text = match (&self.file, &self.env, &self.credential) {
            (Some(file), _, _) => from_file(&root.join(file))?,
            (None, Some(name), _) => std::env::var(name).map_err(|_| SecretFault::Variable(name.clone()))?,
            (None, None, Some(name)) => {
                let folder =
                    std::env::var_os("CREDENTIALS_DIRECTORY").ok_or_else(|| SecretFault::Credential(name.clone()))?;
                std::fs::read_to_string(Path::new(&folder).join(name))
                    .map_err(|_| SecretFault::Credential(name.clone()))?
            }
            (None, None, None) => String::new(),
        };
        let text = text.trim_end_matches(['\r', '\n']);
        if text.is_empty() { Err(SecretFault::Empty) } else { Ok(SecretString::from(text.to_owned())) }
    }
}
