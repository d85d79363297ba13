"""A real SMTP peer for the tests (Debian's python3-aiosmtpd): STARTTLS and login, faults by the recipient's local part.

Every accepted message is put into the recipient's INBOX by IMAP, and a copy into the sender's Sent folder, as large
providers do. Each step is a line of JSON in LOG.

usage: smtp_sink.py IMAP_PORT SMTP_PORT LOG CERT KEY
"""
import asyncio, imaplib, json, ssl, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

IMAP, PORT, LOG, CERT, KEY = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5]
PASSWORDS = {"sle@harbour-alliance.example": "pw-clerk", "p.nair@hazelbank.example": "pw-priya"}
TLS = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
TLS.load_cert_chain(CERT, KEY)


def append(user, box, raw):
    m = imaplib.IMAP4("127.0.0.1", IMAP)
    m.login(user, PASSWORDS[user])
    m.append(box, None, None, raw)
    m.logout()


def log(**event):
    with open(LOG, "a") as f:
        f.write(json.dumps(event) + "\n")


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, opts):
        kind = address.split("@")[0]
        log(event="rcpt", to=address)
        if kind == "reject550":
            return "550 5.1.1 user unknown"
        if kind == "temp450":
            return "450 4.2.1 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        kind = envelope.rcpt_tos[0].split("@")[0]
        raw = envelope.original_content
        if kind == "dropbefore":
            log(event="dropped", to=envelope.rcpt_tos)
            server.transport.abort()
            return "250 x"
        if kind == "temp451data":
            return "451 4.7.1 greylisted"
        if kind == "reject554data":
            return "554 5.7.1 refused"
        ids = [line for line in raw.split(b"\r\n") if line.lower().startswith(b"message-id")]
        log(event="accepted", to=envelope.rcpt_tos, id=ids[0].decode())
        loop = asyncio.get_event_loop()
        for recipient in envelope.rcpt_tos:
            if recipient in PASSWORDS:
                await loop.run_in_executor(None, append, recipient, "INBOX", raw)
        await loop.run_in_executor(None, append, envelope.mail_from, "Sent", raw)
        if kind == "dropafter":
            server.transport.abort()
            return "250 x"
        return "250 2.0.0 OK queued"


def authenticate(server, session, envelope, mechanism, data):
    good = PASSWORDS.get(data.login.decode()) == data.password.decode()
    return AuthResult(success=good, handled=False)


class Sink(Controller):
    def factory(self):
        return SMTP(self.handler, authenticator=authenticate, auth_required=True, require_starttls=True,
                    tls_context=TLS, hostname="localhost")


sink = Sink(Handler(), hostname="127.0.0.1", port=PORT)
sink.start()
print("ready", flush=True)
while True:
    time.sleep(60)
