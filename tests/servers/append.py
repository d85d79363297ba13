"""Puts a mail (standard input) into a folder with a server's stamp of our choosing.

usage: append.py IMAP_PORT USER PASSWORD FOLDER UNIX_SECONDS
"""
import imaplib, sys, time

port, user, password, folder, stamp = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
m = imaplib.IMAP4("127.0.0.1", port)
m.login(user, password)
answer = m.append(folder, None, imaplib.Time2Internaldate(time.localtime(stamp)), sys.stdin.buffer.read())
assert answer[0] == "OK", answer
m.logout()
