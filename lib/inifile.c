#include "inifile.h"

#include <ini.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_LINE = 190 };

struct state {
    FILE *file;
    ini_fn *fn;
    void *context;
    struct err *e;
    int line;
    bool failed;
};

/* fgets for inih, which would cut a long line in two without a word. */
static char *read_line(char *text, int size, void *user)
{
    struct state *s = user;
    if (s->failed || !fgets(text, size, s->file))
        return NULL;
    s->line++;
    if (strlen(text) > LONGEST_LINE) {
        err_set(s->e, ST_CONFIG, "a line longer than %d bytes", LONGEST_LINE);
        err_hint(s->e, "continue the value on the next line, indented, or end a heading early with *");
        s->failed = true;
        return NULL;
    }
    return text;
}

static int on_pair(void *user, const char *section, const char *name, const char *value)
{
    struct state *s = user;
    if (!s->failed)
        s->failed = !s->fn(s->context, str_c(section), str_c(name), str_c(value), s->line, s->e);
    return !s->failed;
}

bool ini_read(const char *path, ini_fn *fn, void *context, struct err *e)
{
    struct state s = {.file = fopen(path, "r"), .fn = fn, .context = context, .e = e};
    if (!s.file)
        return err_sys(e, "cannot open '%s'", path);
    int result = ini_parse_stream(read_line, &s, on_pair, &s);
    bool damaged = ferror(s.file) != 0;
    fclose(s.file);
    if (damaged)
        return err_set(e, ST_IO, "cannot read '%s'", path);
    if (result != 0 && !s.failed) {
        err_set(e, ST_CONFIG, "not a line of an INI file (key = value, or [section])");
        s.line = result;
        s.failed = true;
    }
    return s.failed ? err_place(e, "%s, line %d", path, s.line) : true;
}
