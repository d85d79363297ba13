#!/usr/bin/python3
"""The reader process, but for one thing: it dies over every message that holds the words `break the reader`.

What really kills a reader changes with every library that is mended; that its parent must outlive it does not.
"""
import os, signal, struct, subprocess, sys, threading

PROGRAM = "@PROGRAM@"
reader = subprocess.Popen([PROGRAM] + sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def answers():
    while piece := os.read(reader.stdout.fileno(), 65536):
        os.write(1, piece)


threading.Thread(target=answers, daemon=True).start()
while len(length := sys.stdin.buffer.read(4)) == 4:
    frame = sys.stdin.buffer.read(struct.unpack(">I", length)[0])
    if b"break the reader" in frame:
        reader.kill()
        os.kill(os.getpid(), signal.SIGKILL)
    reader.stdin.write(length + frame)
    reader.stdin.flush()
reader.stdin.close()
reader.wait()
