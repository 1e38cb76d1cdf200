/* sandbox.h - what the process that parses agencies' files may still do: read those files, write its output
 *
 * A fault in a parser must not become a way into the machine. sandbox_enter() is called when the inputs are
 * known and the output is open, before any byte of an input is read, and cannot be undone:
 *
 * - no new privileges, no core file (it would hold names and NIK), at most 64 open files;
 * - memory and processor time within LIMIT_MEMORY and LIMIT_CPU;
 * - the environment is wiped but for language and time zone: keys and passwords of other stations are there;
 * - Landlock: only the given files and the system's libraries can be read, nothing can be run; in the
 * output's folder files can be renamed and removed, as out_commit() does, and written when outputs are opened
 * later;
 * - seccomp: no sockets, no programs, no processes (threads stay possible), no tracing, and where the output
 * is open no file opened for writing; such calls fail with EPERM.
 *
 * What the kernel lacks is left out, and said at debug level. With a sanitizer, which must look at itself and
 * reserve address space, reading is not restricted, and memory and seccomp are left out.
 */
#ifndef KP2S_SANDBOX_H
#define KP2S_SANDBOX_H

#include "out.h"

/* files: what will be read, n of them; out: the output that is open, or folder: where outputs will be opened.
 * The other of the two is NULL. */
void sandbox_enter(char *const *files, size_t n, const struct out *out, const char *folder);
/* Names the output whose temporary is to be removed when memory or time runs out: another one than at first,
 * or NULL before it is closed. */
void sandbox_writing(const struct out *out);
/* Names the file that is being read, for the message when memory or time runs out. */
void sandbox_reading(const char *file);

/* For --help. */
#define SANDBOX_HELP                                                                                         \
    "Files are parsed in a sandbox: no network, no other programs, no secrets of the environment; only "     \
    "the\n"                                                                                                  \
    "given files can be read and only the output written (Landlock, seccomp, rlimits, where the kernel "     \
    "has\n"                                                                                                  \
    "them; -v tells what it lacks)."

#endif
