/* inifile.h - INI files (layouts, instruments, kp2s.conf), by inih; every fault has its file and line. */
#ifndef KP2S_INIFILE_H
#define KP2S_INIFILE_H

#include "err.h"
#include "str.h"

/* Called for each key; an indented line continues a value: the same key is called again with it. A line holds
 * at most 190 bytes (a limit of the library, refused here rather than split in silence); " ;" begins a
 * comment. Return false with e filled to stop; file and line are added as the place. Slices are valid during
 * the call only. */
typedef bool ini_fn(void *context, struct str section, struct str key, struct str value, int line,
                    struct err *e);

bool ini_read(const char *path, ini_fn *fn, void *context, struct err *e);

#endif
