/* limit.h - what a file may ask of the machine at most: the one table of limits, and the refusal that names
 * them
 *
 * No file of an agency comes near the defaults; a file that passes one is hostile or broken, and is refused
 * with ST_UNREADABLE by the limit's name, its value and how to raise it. They are set by --limit and by
 * KP2S_LIMITS before the first file is opened, and belong to the process. The format's own bounds (16,384
 * columns, 1,048,576 rows of a workbook) are no limits in this sense and cannot be raised.
 */
#ifndef KP2S_LIMIT_H
#define KP2S_LIMIT_H

#include "err.h"
#include "str.h"

enum limit {
    LIMIT_MEMORY,
    LIMIT_CPU,
    LIMIT_PARTS,
    LIMIT_PART_BYTES,
    LIMIT_TOTAL_BYTES,
    LIMIT_RATIO,
    LIMIT_XML_DEPTH,
    LIMIT_HTML_DEPTH,
    LIMIT_SHEETS,
    LIMIT_STYLES,
    LIMIT_STRINGS,
    LIMIT_STRING_BYTES,
    LIMIT_ROW_BYTES,
    LIMIT_TEXT_BYTES,
    LIMIT_HEAD_BYTES,
    LIMIT_CELLS,
    LIMIT_MERGED,
    LIMIT_XLS_BYTES,
    LIMITS
};

/* A part may unpack to this many bytes before LIMIT_RATIO counts: small parts of zeros are harmless. */
enum { LIMIT_RATIO_FROM = 16 * 1024 * 1024 };

/* The option --limit, to stand in a program's table: its value is read by limit_given(). */
#define LIMIT_OPTION(value)                                                                                  \
    {                                                                                                        \
        0, "limit", "NAME=VALUE", "let a file go beyond a limit, or hold it lower (repeatable; below)",      \
            (value), NULL                                                                                    \
    }

/* Takes the settings of KP2S_LIMITS, divided by blanks, then those of --limit. ST_USAGE when one is wrong. */
bool limit_given(struct err *e);
/* One setting, "part-bytes=512M"; K, M and G are 1024 and its powers. */
bool limit_set(struct str setting, struct err *e);
/* Prints the table to standard output, for --help. */
void limit_help(void);

uint64_t limit_of(enum limit l);

/* Refuses a file. Returns false. */
bool limit_refuse(enum limit l, const char *file, struct err *e);
/* The same for a handler that can only leave a text behind: static, and known again by limit_refused(). */
const char *limit_fault(enum limit l);
/* Refuses a file when fault is from limit_fault(); false, and e as it was, when it is not. */
bool limit_refused(const char *fault, const char *file, struct err *e);

#endif
