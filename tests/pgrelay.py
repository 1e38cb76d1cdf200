#!/usr/bin/python3
# Stands between a PostgreSQL client and its server and breaks one connection off.
# usage: pgrelay.py SERVER-SOCKET FOLDER HOW N   listens in FOLDER; ends by itself after a minute, or when the client that
#        broke off has connected again and gone
# HOW, at the Nth COMMIT that passes:
#   reply    the server has committed, the client does not hear of it
#   late     the client is cut off first, the server gets the COMMIT half a second later
#   request  the server does not get the COMMIT
# and at the Nth message of the client, whatever it is:
#   message  the server does not get it
import os
import selectors
import socket
import struct
import sys
import threading
import time

server_path, folder, how, wanted = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
state = {"seen": 0, "cut": False}


def messages(client):
    """What the client sends, message by message; the first one has no type."""
    data, first = b"", True
    while True:
        lead = 0 if first else 1
        if len(data) >= lead + 4:
            size = lead + struct.unpack("!i", data[lead:lead + 4])[0]
            if len(data) >= size:
                yield data[:size]
                data, first = data[size:], False
                continue
        more = client.recv(65536)
        if not more:
            return
        data += more


def until_ready(server):
    """Swallows the server's answer, to its ReadyForQuery."""
    data = b""
    while data[-6:-1] != b"Z\0\0\0\5":
        more = server.recv(65536)
        if not more:
            return
        data += more


def to_client(server, client, stop):
    """Passes on what the server says, until it is told to stop."""
    with selectors.DefaultSelector() as ready:
        ready.register(server, selectors.EVENT_READ)
        while not stop.is_set():
            if not ready.select(0.002):
                continue
            data = server.recv(65536)
            if not data:
                break
            try:
                client.sendall(data)
            except OSError:
                break


def shut(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()


def cut(client, server, message):
    state["cut"] = True
    if how == "late":
        shut(client)
        time.sleep(0.5)
    if how in ("late", "reply"):
        server.sendall(message)
        until_ready(server)
    shut(client)
    shut(server)


def serve(client):
    server = socket.socket(socket.AF_UNIX)
    server.connect(server_path)
    stop = threading.Event()
    back = threading.Thread(target=to_client, args=(server, client, stop))
    back.start()
    for message in messages(client):
        counts = how == "message" or message.lower() == b"q\0\0\0\x0bcommit\0"
        state["seen"] += counts and not state["cut"]
        if counts and not state["cut"] and state["seen"] == wanted:
            stop.set()
            back.join()
            cut(client, server, message)
            return
        server.sendall(message)
    shut(server)
    back.join()
    shut(client)
    if state["cut"]:
        os._exit(0)


def main():
    threading.Timer(60, lambda: os._exit(1)).start()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(os.path.join(folder, ".s.PGSQL.5432"))
    listener.listen(8)
    print("listening", flush=True)
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()


main()
