//! Connections: TLS by rustls, with the system's certificate authorities and, where configured, one more.

use crate::config::Tls;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const PATIENCE: Duration = Duration::from_secs(30);

/// A connection, protected or not.
pub trait Stream: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug> Stream for T {}
pub type Connection = Box<dyn Stream>;

#[derive(Debug, thiserror::Error)]
pub enum NetFault {
    #[error("{0} cannot be reached: {1}")]
    Unreachable(String, std::io::Error),
    #[error("{0} did not answer in time")]
    Silent(String),
    #[error("the certificate of {0} is not accepted: {1}. A private authority's certificate is named with `ca_file`.")]
    Tls(String, std::io::Error),
    #[error("`{0}` is not the name of a server")]
    Name(String),
    #[error("the certificate file {0} cannot be used: {1}")]
    Authority(PathBuf, String),
}

/// A server and how to reach it.
#[derive(Debug, Clone)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub ca_file: Option<PathBuf>,
}

impl Server {
    pub fn shown(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Connects, with TLS from the first byte where that is how the server is reached.
    ///
    /// # Errors
    /// When it cannot be reached, or is not who it should be.
    pub async fn connect(&self) -> Result<Connection, NetFault> {
        let tcp = within(self, TcpStream::connect((self.host.as_str(), self.port)))
            .await?
            .map_err(|e| NetFault::Unreachable(self.shown(), e))?;
        // A command is written in pieces; without this each waits forty milliseconds for the other side's delayed ACK.
        tcp.set_nodelay(true).map_err(|e| NetFault::Unreachable(self.shown(), e))?;
        match self.tls {
            Tls::Implicit => self.protect(Box::new(tcp)).await,
            Tls::Starttls | Tls::None => Ok(Box::new(tcp)),
        }
    }

    /// Begins TLS on a connection (after STARTTLS, or at once).
    ///
    /// # Errors
    /// When the server is not who it should be.
    pub async fn protect(&self, plain: Connection) -> Result<Connection, NetFault> {
        let connector = TlsConnector::from(Arc::new(client_config(self.ca_file.as_deref())?));
        let name = ServerName::try_from(self.host.clone()).map_err(|_| NetFault::Name(self.host.clone()))?;
        let stream = within(self, connector.connect(name, plain)).await?.map_err(|e| NetFault::Tls(self.shown(), e))?;
        Ok(Box::new(stream))
    }
}

async fn within<T>(server: &Server, work: impl Future<Output = T>) -> Result<T, NetFault> {
    tokio::time::timeout(PATIENCE, work).await.map_err(|_| NetFault::Silent(server.shown()))
}

fn client_config(ca_file: Option<&Path>) -> Result<ClientConfig, NetFault> {
    let mut roots = RootCertStore::empty();
    // A single unreadable certificate of the system does not matter; that none is readable shows when connecting.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(path) = ca_file {
        let fault = |why: String| NetFault::Authority(path.to_owned(), why);
        let certificates = CertificateDer::pem_file_iter(path).map_err(|e| fault(e.to_string()))?;
        for certificate in certificates {
            roots.add(certificate.map_err(|e| fault(e.to_string()))?).map_err(|e| fault(e.to_string()))?;
        }
    }
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|e| NetFault::Tls(String::new(), std::io::Error::other(e)))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}
