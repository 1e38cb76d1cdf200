#!/usr/bin/python3
# Passes connections on to a server; the first one is cut after so many bytes of the server, or held until the file go is there.
# usage: relay.py PORT BYTES cut|hold   prints its own port, and when a connection ends how many bytes of the server it
#        passed on; ends by itself after two minutes
import os
import socket
import sys
import threading
import time

CHUNK = 65536


def shut(*ends):
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def waited(gone):
    """Until the file go is there; False when the client is gone before. The file holding tells that it waits."""
    open("holding", "w").close()
    while not os.path.exists("go"):
        if gone.wait(0.1):
            return False
    return True


def answer(server, client, most, hold, gone):
    passed = 0
    try:
        while data := server.recv(min(CHUNK, most - passed) if most and passed < most else CHUNK):
            client.sendall(data)
            passed += len(data)
            if passed == most and not (hold and waited(gone)):
                break
    except OSError:
        pass
    shut(server, client)
    print(passed, flush=True)


def ask(client, server, gone):
    try:
        while data := client.recv(CHUNK):
            server.sendall(data)
    except OSError:
        pass
    gone.set()
    shut(server, client)


def serve(port, most, hold):
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        client, _ = listener.accept()
        server = socket.create_connection(("127.0.0.1", port))
        gone = threading.Event()
        threading.Thread(target=answer, args=(server, client, most, hold, gone), daemon=True).start()
        threading.Thread(target=ask, args=(client, server, gone), daemon=True).start()
        most = None


arguments = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "hold"
threading.Thread(target=serve, args=arguments, daemon=True).start()
time.sleep(120)
