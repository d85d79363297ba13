"""Prints what is in a folder as JSON: for each message its UID, flags, subject and text. Nothing is changed.

usage: look.py IMAP_PORT USER PASSWORD FOLDER
"""
import email, email.policy, imaplib, json, sys

port, user, password, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
m = imaplib.IMAP4("127.0.0.1", port)
m.login(user, password)
m.select(folder, readonly=True)
out = []
for uid in m.uid("search", None, "ALL")[1][0].split():
    answer = m.uid("fetch", uid, "(FLAGS BODY.PEEK[])")[1]
    flags = imaplib.ParseFlags(b" ".join(p if isinstance(p, bytes) else p[0] for p in answer))
    raw = next(p[1] for p in answer if isinstance(p, tuple))
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("plain",))
    out.append({"uid": int(uid), "flags": [f.decode() for f in flags], "subject": message["subject"],
                "letter": message["x-alliance-clerk"], "text": body.get_content() if body else ""})
print(json.dumps(out))
m.logout()
