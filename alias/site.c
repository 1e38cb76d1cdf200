#include "site.h"

#include "csv.h"
#include "out.h"
#include "regname.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *const columns[ALIAS_COLUMNS] = {"parent_code",  "alias",       "code", "confirmed_by",
                                                   "confirmed_on", "valid_until", "note"};

static bool read_file(struct site *s, struct err *e)
{
    struct table t;
    int column[ALIAS_COLUMNS], got = 0;
    if (!table_open(&t, s->path, e))
        return false;
    for (int i = 0; i < ALIAS_COLUMNS; i++)
        if ((column[i] = table_column(&t, columns[i], e)) < 0)
            got = -1;
    while (got == 0 && (got = table_next(&t, e)) == 1) {
        struct alias x;
        for (int i = 0; i < ALIAS_COLUMNS; i++)
            x.field[i] = arena_dup(&s->a, table_field(&t, column[i]));
        site_add(s, x);
        got = 0;
    }
    if (got < 0)
        err_place(e, "%s, line %ld", s->path, t.record.line);
    table_close(&t);
    return got == 0;
}

bool site_open(struct site *s, const char *folder, struct err *e)
{
    *s = (struct site){.lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    s->path = arena_printf(&s->a, "%s/aliases.csv", folder).ptr;
    if (s->lock < 0 || flock(s->lock, LOCK_EX) != 0)
        return err_sys(e, "cannot open the folder '%s'", folder);
    return access(s->path, F_OK) != 0 || read_file(s, e);
}

void site_close(struct site *s)
{
    if (s->lock >= 0)
        close(s->lock);
    free(s->alias);
    arena_done(&s->a);
}

struct alias *site_find(const struct site *s, struct str parent, int level, struct str text)
{
    struct regname wanted, other;
    regname_make(&wanted, text, level);
    for (size_t i = 0; i < s->n; i++) {
        struct alias *x = &s->alias[i];
        if (x->field[ALIAS_UNTIL].len > 0 || !str_eq(x->field[ALIAS_PARENT], parent))
            continue;
        regname_make(&other, x->field[ALIAS_TEXT], level);
        if (str_eq(regname_text(&wanted, REGNAME_FOLDED, 0), regname_text(&other, REGNAME_FOLDED, 0)))
            return x;
    }
    return NULL;
}

void site_add(struct site *s, struct alias alias)
{
    if (s->n == s->room)
        s->alias = mem_grow(s->alias, (s->room = s->room ? s->room * 2 : 64) * sizeof *s->alias);
    s->alias[s->n++] = alias;
}

/* As readable as the old file; a new one for all, as kp2s-transform may run as somebody else. */
static bool let_read(const struct site *s, const char *temporary, struct err *e)
{
    struct stat st;
    mode_t mode = stat(s->path, &st) == 0 ? st.st_mode & 0777 : 0644;
    return !temporary || chmod(temporary, mode) == 0 || err_sys(e, "cannot write '%s'", s->path);
}

bool site_write(const struct site *s, struct err *e)
{
    struct out *out = out_open(s->path, e);
    if (!out)
        return false;
    for (int i = 0; i < ALIAS_COLUMNS; i++) {
        if (i > 0)
            out_comma(out);
        out_field(out, str_c(columns[i]));
    }
    out_line(out);
    for (size_t k = 0; k < s->n; k++) {
        for (int i = 0; i < ALIAS_COLUMNS; i++) {
            if (i > 0)
                out_comma(out);
            out_field(out, s->alias[k].field[i]);
        }
        out_line(out);
    }
    if (let_read(s, out_temporary(out), e))
        return out_commit(out, e);
    out_abandon(out);
    return false;
}

struct str site_today(struct site *s)
{
    time_t now = time(NULL);
    struct tm day;
    localtime_r(&now, &day);
    return arena_printf(&s->a, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}
