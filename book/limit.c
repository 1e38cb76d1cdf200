#include "limit.h"
#include "prog.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KIB = 1024, MIB = 1024 * KIB, VALUE_SIZE = 32 };

#define GIB (UINT64_C(1024) * MIB)

static struct {
    const char *name;
    uint64_t value;
    bool bytes;
    const char *about;
} limits[LIMITS] = {
    [LIMIT_MEMORY] = {"memory", 512 * MIB, true, "memory of the program"},
    [LIMIT_CPU] = {"cpu", 600, false, "seconds of processor time of the program"},
    [LIMIT_PARTS] = {"parts", 2000, false, "parts of a workbook, and relations of one"},
    [LIMIT_PART_BYTES] = {"part-bytes", 2 * GIB, true, "size of a part, unpacked"},
    [LIMIT_TOTAL_BYTES] = {"total-bytes", 4 * GIB, true, "size of all parts together, unpacked"},
    [LIMIT_RATIO] = {"ratio", 100, false, "unpacked size of a part by its packed size, from 16M on"},
    [LIMIT_XML_DEPTH] = {"xml-depth", 200, false, "depth of XML elements"},
    [LIMIT_HTML_DEPTH] = {"html-depth", 2000, false, "depth of elements of a web page"},
    [LIMIT_SHEETS] = {"sheets", 2000, false, "sheets of a workbook, tables of a web page"},
    [LIMIT_STYLES] = {"styles", 100000, false, "cell styles, or number formats, of a workbook"},
    [LIMIT_STRINGS] = {"strings", 20000000, false, "shared strings of a workbook"},
    [LIMIT_STRING_BYTES] = {"string-bytes", 256 * MIB, true, "text of all shared strings together"},
    [LIMIT_ROW_BYTES] = {"row-bytes", 8 * MIB, true, "text of a row"},
    [LIMIT_TEXT_BYTES] = {"text-bytes", 4 * GIB, true, "text of a sheet"},
    [LIMIT_HEAD_BYTES] = {"head-bytes", 32 * MIB, true,
                          "first rows of all sheets, held while layouts are tried"},
    [LIMIT_CELLS] = {"cells", 64 * MIB, false, "cells of an .ods sheet, repeated ones included"},
    [LIMIT_MERGED] = {"merged", 200000, false, "merged ranges of a sheet"},
    [LIMIT_XLS_BYTES] = {"xls-bytes", 256 * MIB, true, "size of an .xls file"},
};

uint64_t limit_of(enum limit l)
{
    return limits[l].value;
}

/* --- values as people write them --- */

static const char *shown(enum limit l, uint64_t value, char *out)
{
    static const char suffix[] = "KMG";
    size_t i = 0;
    for (; limits[l].bytes && i < 3 && value > 0 && value % KIB == 0; i++)
        value /= KIB;
    snprintf(out, VALUE_SIZE, "%" PRIu64 "%.1s", value, i > 0 ? &suffix[i - 1] : "");
    return out;
}

static bool read_value(struct str text, bool bytes, uint64_t *value)
{
    static const char suffix[] = "kmg";
    const char *unit = bytes && text.len > 1 ? strchr(suffix, text.ptr[text.len - 1] | 32) : NULL;
    long number;
    text.len -= unit != NULL;
    if (!str_to_long(text, &number) || number < 1 || number > INT64_C(1) << 32)
        return false;
    *value = (uint64_t)number;
    for (const char *p = suffix; unit && p <= unit; p++)
        *value *= KIB;
    return true;
}

bool limit_set(struct str setting, struct err *e)
{
    struct str value = setting, name = str_cut(&value, '=');
    for (size_t i = 0; i < LIMITS; i++) {
        if (!str_is(name, limits[i].name))
            continue;
        if (read_value(value, limits[i].bytes, &limits[i].value))
            return true;
        err_set(e, ST_USAGE, "limit %s cannot be '%.*s'", limits[i].name, STR_ARG(value));
        return err_hint(e, limits[i].bytes ? "give a size, such as 512M" : "give a whole number from 1 on");
    }
    err_set(e, ST_USAGE, "there is no limit '%.*s'", STR_ARG(name));
    return err_hint(e, "--help lists the limits");
}

bool limit_given(struct err *e)
{
    const char *given;
    struct str rest = str_c(getenv("KP2S_LIMITS"));
    while (rest.len > 0) {
        struct str setting = str_cut(&rest, ' ');
        if (setting.len > 0 && !limit_set(setting, e))
            return err_place(e, "KP2S_LIMITS");
    }
    for (size_t i = 0; (given = prog_given("limit", i)); i++)
        if (!limit_set(str_c(given), e))
            return false;
    return true;
}

void limit_help(void)
{
    char value[VALUE_SIZE];
    printf("\nLimits, as --limit NAME=VALUE or in KP2S_LIMITS; a file that passes one is refused:\n");
    for (enum limit l = 0; l < LIMITS; l++)
        printf("  %-13s %8s  %s\n", limits[l].name, shown(l, limits[l].value, value), limits[l].about);
}

/* --- refusals --- */

bool limit_refuse(enum limit l, const char *file, struct err *e)
{
    char value[VALUE_SIZE], more[VALUE_SIZE];
    err_set(e, ST_UNREADABLE, "'%s' is refused: it passes limit %s=%s (%s)", file, limits[l].name,
            shown(l, limits[l].value, value), limits[l].about);
    return err_hint(e, "if you know the file to be good, raise the limit: --limit %s=%s", limits[l].name,
                    shown(l, limits[l].value * 4, more));
}

const char *limit_fault(enum limit l)
{
    return limits[l].name;
}

bool limit_refused(const char *fault, const char *file, struct err *e)
{
    for (enum limit l = 0; l < LIMITS; l++)
        if (fault == limits[l].name) {
            limit_refuse(l, file, e);
            return true;
        }
    return false;
}
