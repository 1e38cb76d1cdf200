#!/usr/bin/python3
# An FTP server over TLS; a file whose name begins with "putus" breaks off in its middle at first.
# usage: ftpd.py PORT explicit|implicit FOLDER   FOLDER/ftp is served, FOLDER/ftp.pem holds certificate and key
import logging
import os
import sys
import warnings

warnings.simplefilter("ignore")

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import TLS_DTPHandler, TLS_FTPHandler
from pyftpdlib.servers import FTPServer

port, kind, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3]
commands = open(os.path.join(folder, "commands"), "a", buffering=1)


class Data(TLS_DTPHandler):
    most = None
    sent = 0

    def readable(self):
        # a client may greet by TLS before it asks for a file; DTPHandler.readable() would take that for its end
        return self._ssl_accepting or super().readable()

    def send(self, data):
        n = super().send(data)
        self.sent += n
        if self.most and self.sent > self.most:
            self.cmd_channel.close()
        return n


class Commands(TLS_FTPHandler):
    dtp_handler = Data
    certfile = os.path.join(folder, "ftp.pem")
    tls_control_required = tls_data_required = True
    broken = False

    def handle(self):
        if kind == "implicit":
            self.secure_connection(self.ssl_context)
        super().handle()

    def pre_process_command(self, line, cmd, arg):
        if cmd in ("AUTH", "NLST", "REST", "RETR"):
            commands.write(line + "\n")
        super().pre_process_command(line, cmd, arg)

    def ftp_RETR(self, file):
        if os.path.basename(file).startswith("putus") and not Commands.broken:
            Commands.broken = True
            Data.most = 200000
        else:
            Data.most = None
        return super().ftp_RETR(file)


logging.disable(logging.CRITICAL)
authorizer = DummyAuthorizer()
authorizer.add_user("pos", "rahasia", os.path.join(folder, "ftp"), perm="elr")
Commands.authorizer = authorizer
Commands.ssl_context = Commands.get_ssl_context()
Commands.ssl_context.set_session_id(b"kp2s")  # the data connection may resume the session of the commands
FTPServer(("127.0.0.1", port), Commands).serve_forever()
