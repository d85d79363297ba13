//! Logging in: one source of credentials for IMAP and SMTP, so that a password today can be a token tomorrow.

use secrecy::SecretString;
use std::path::PathBuf;

/// What a server is shown.
#[derive(Debug, Clone)]
pub enum Credentials {
    Password { user: String, password: SecretString },
}

/// Where credentials come from. They are asked for at every login, so that a changed password needs no restart.
#[derive(Debug, Clone)]
pub enum TokenSource {
    Password { user: String, source: crate::config::secret::SecretSource, root: PathBuf },
}

impl TokenSource {
    /// The credentials of this moment.
    ///
    /// # Errors
    /// The operator's to mend: the password cannot be read.
    pub fn get(&self) -> Result<Credentials, crate::config::secret::SecretFault> {
        match self {
            Self::Password { user, source, root } => {
                Ok(Credentials::Password { user: user.clone(), password: source.read(root)? })
            }
        }
    }

    /// The server refused what it was shown: whatever is remembered is forgotten. A password is not remembered.
    pub fn invalidate(&self) {
        match self {
            Self::Password { .. } => {}
        }
    }
}
