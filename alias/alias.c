/* kp2s-alias - spellings of region names that a person confirms.
 *
 * In: streams of kp2s-transform, the region register, the site's aliases.csv. Out: list: the names that wait,
 * each once; show: one of them with what it may mean; confirm and withdraw: the site's aliases.csv changed,
 * with who and when. Refused: a region that is not directly below the one the name was looked for in, a
 * spelling that already means another one.
 */
#include "site.h"
#include "tell.h"

#include "prog.h"

#include <stdlib.h>

struct job {
    const char *etc, *site, *by, *note, *output;
    bool csv, replace;
};

/* What confirm and withdraw are about. */
struct about {
    uint32_t parent; /* REGION_NONE: the country */
    int level;       /* of the name */
    struct str text;
};

static const char *site_of(const struct job *j)
{
    const char *site = j->site ? j->site : getenv("KP2S_SITE");
    return site && *site ? site : NULL;
}

static struct regions *open_register(const struct job *j, struct err *e)
{
    struct arena a = {0};
    const char *folder = arena_printf(&a, "%s/catalogue", prog_etc(j->etc)).ptr;
    struct regions *r = regions_open(folder, site_of(j), e);
    arena_done(&a);
    return r;
}

static bool read_about(struct about *x, const struct regions *r, const char *parent, const char *text,
                       struct err *e)
{
    struct arena a = {0};
    x->text = str_trim(str_c(text));
    x->parent = regions_by_code(r, str_c(parent));
    x->level = x->parent == REGION_NONE ? 1 : regions_level(r, x->parent) + 1;
    bool harmless = str_eq(str_visible(&a, x->text), x->text) && !memchr(x->text.ptr, '\n', x->text.len);
    arena_done(&a);
    if (x->parent == REGION_NONE && strcmp(parent, "-") != 0) {
        err_set(e, ST_USAGE, "no region has the code '%.20s'", parent);
        return err_hint(e, "with points, as kp2s-alias list shows it; - for the country");
    }
    if (x->level > REGION_LEVELS)
        return err_set(e, ST_USAGE, "'%.20s' is a desa/kelurahan: nothing is below it", parent);
    return (x->text.len > 0 && harmless) || err_set(e, ST_USAGE, "'%.60s' is no name of a region", text);
}

/* --- list, show --- */

static bool read_all(struct waitings *w, const struct regions *r, char **file, int n, struct err *e)
{
    bool ok = n > 0 || waiting_read(w, r, NULL, e);
    for (int i = 0; i < n && ok; i++)
        ok = waiting_read(w, r, file[i], e);
    return ok;
}

static bool run_list(const struct job *j, char **file, int n, struct err *e)
{
    struct waitings w = {0};
    struct regions *r = open_register(j, e);
    struct out *out = r && read_all(&w, r, file, n, e) ? out_open(j->output, e) : NULL;
    if (out) {
        waiting_settle(&w, r);
        tell_list(out, &w, r, j->csv);
    }
    bool ok = out && out_commit(out, e);
    waiting_done(&w);
    regions_close(r);
    return ok;
}

static bool run_show(const struct job *j, char **operand, int n, struct err *e)
{
    struct waitings w = {0};
    struct about about;
    struct regions *r = open_register(j, e);
    bool ok = r && read_about(&about, r, operand[0], operand[1], e) &&
              (n == 2 || read_all(&w, r, operand + 2, n - 2, e));
    struct out *out = ok ? out_open(j->output, e) : NULL;
    if (out) {
        const struct waiting one = {.parent = about.parent, .level = about.level, .text = about.text};
        const struct waiting *seen = waiting_find(&w, about.parent, about.text);
        tell_one(out, seen ? seen : &one, r);
    }
    ok = out && out_commit(out, e);
    waiting_done(&w);
    regions_close(r);
    return ok;
}

/* --- confirm, withdraw --- */

/* Ends the line that says what the spelling means until now. */
static void end_line(struct site *s, struct alias *old, const struct job *j)
{
    struct str note = old->field[ALIAS_NOTE];
    old->field[ALIAS_UNTIL] = site_today(s);
    old->field[ALIAS_NOTE] =
        arena_printf(&s->a, "%.*s%sended by %s", STR_ARG(note), note.len ? "; " : "", j->by);
}

/* Whether the spelling is free for that region: it means nothing yet, or may be given anew. *needed: false
 * when it means that region already. */
static bool free_for(struct regions *r, const struct about *x, uint32_t region, bool replace, bool *needed,
                     struct err *e)
{
    struct arena a = {0};
    struct region_result result;
    bool found = waiting_answer(r, x->parent, x->level, x->text, &result, &a) == REGION_FOUND;
    arena_done(&a);
    *needed = !found || result.region != region;
    if (!found || result.region == region || replace)
        return true;
    err_set(e, ST_CONFIRM, "'%.*s' already %s %.*s (%.*s)", STR_ARG(x->text),
            result.alias ? "was confirmed as" : "is the name of", STR_ARG(regions_name(r, result.region)),
            STR_ARG(regions_code(r, result.region)));
    return err_hint(e, "--replace gives it another meaning from now on");
}

static bool write_alias(const struct job *j, struct site *s, struct regions *r, const struct about *x,
                        uint32_t region, struct err *e)
{
    struct str parent = x->parent ? regions_code(r, x->parent) : STR("");
    struct alias *old = site_find(s, parent, x->level, x->text);
    if (old)
        end_line(s, old, j);
    site_add(s, (struct alias){{parent, x->text, regions_code(r, region), str_c(j->by), site_today(s),
                                STR(""), str_c(j->note)}});
    if (!site_write(s, e))
        return false;
    prog_log(LOG_INFO, "'%.*s' in %.*s is %.*s (%.*s) from now on", STR_ARG(x->text),
             STR_ARG(x->parent ? regions_name(r, x->parent) : STR("Indonesia")),
             STR_ARG(regions_name(r, region)), STR_ARG(regions_code(r, region)));
    return true;
}

static bool confirm(const struct job *j, struct site *s, struct regions *r, char **operand, struct err *e)
{
    struct about x;
    bool needed;
    if (!read_about(&x, r, operand[0], operand[1], e))
        return false;
    uint32_t region = regions_by_code(r, str_c(operand[2]));
    if (region == REGION_NONE)
        return err_set(e, ST_USAGE, "no region has the code '%.20s'", operand[2]);
    uint32_t above = regions_above(r, region, regions_level(r, region) - 1);
    if (above != x.parent) {
        err_set(e, ST_USAGE, "%.*s (%.*s) is not directly below '%.20s'", STR_ARG(regions_name(r, region)),
                STR_ARG(regions_code(r, region)), operand[0]);
        return err_hint(e, "it is directly below %.*s", STR_ARG(above ? regions_code(r, above) : STR("-")));
    }
    if (!free_for(r, &x, region, j->replace, &needed, e))
        return false;
    if (needed)
        return write_alias(j, s, r, &x, region, e);
    prog_log(LOG_INFO, "'%.*s' means %.*s (%.*s) already", STR_ARG(x.text), STR_ARG(regions_name(r, region)),
             STR_ARG(regions_code(r, region)));
    return true;
}

static bool withdraw(const struct job *j, struct site *s, struct regions *r, char **operand, struct err *e)
{
    struct about x;
    if (!read_about(&x, r, operand[0], operand[1], e))
        return false;
    struct alias *old = site_find(s, x.parent ? regions_code(r, x.parent) : STR(""), x.level, x.text);
    if (!old)
        return err_set(e, ST_USAGE, "'%.*s' below '%.20s' is not confirmed in '%s'", STR_ARG(x.text),
                       operand[0], s->path);
    end_line(s, old, j);
    if (!site_write(s, e))
        return false;
    prog_log(LOG_INFO, "'%.*s' no longer means %.*s", STR_ARG(x.text), STR_ARG(old->field[ALIAS_CODE]));
    return true;
}

static bool change(const struct job *j, char **operand, bool confirms, struct err *e)
{
    struct site site;
    const char *folder = site_of(j);
    if (!folder) {
        err_set(e, ST_CONFIG, "no folder of the site is named");
        return err_hint(e, "name it by --site or KP2S_SITE: the one that kp2s-transform is given, too");
    }
    if (!j->by || str_trim(str_c(j->by)).len == 0)
        return err_set(e, ST_USAGE, "--by says who confirmed it, and is missing");
    bool ok = site_open(&site, folder, e);
    struct regions *r = ok ? open_register(j, e) : NULL;
    ok = r && (confirms ? confirm : withdraw)(j, &site, r, operand, e);
    regions_close(r);
    site_close(&site);
    return ok;
}

/* --- --- */

enum command { LIST, SHOW, CONFIRM, WITHDRAW, COMMANDS };

static const struct {
    const char *name;
    int least, most; /* operands; most -1: any number */
    const char *operands;
} commands[COMMANDS] = {[LIST] = {"list", 0, -1, ""},
                        [SHOW] = {"show", 2, -1, "PARENT TEXT [STREAM…]"},
                        [CONFIRM] = {"confirm", 3, 3, "PARENT TEXT CODE"},
                        [WITHDRAW] = {"withdraw", 2, 2, "PARENT TEXT"}};

/* An option is refused where it would do nothing. */
static bool options_go(const struct job *j, enum command c, struct err *e)
{
    const struct {
        const char *name;
        bool given, goes;
    } options[] = {
        {"by", j->by, c >= CONFIRM}, {"note", j->note, c == CONFIRM},  {"replace", j->replace, c == CONFIRM},
        {"csv", j->csv, c == LIST},  {"output", j->output, c <= SHOW},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].given && !options[i].goes)
            return err_set(e, ST_USAGE, "--%s does not go with %s", options[i].name, commands[c].name);
    return true;
}

static bool run(const struct job *j, char **operand, int n, struct err *e)
{
    enum command c = 0;
    while (c < COMMANDS && strcmp(operand[0], commands[c].name) != 0)
        c++;
    if (c == COMMANDS)
        return err_set(e, ST_USAGE, "there is no '%.40s': list, show, confirm or withdraw", operand[0]);
    if (n - 1 < commands[c].least || (commands[c].most >= 0 && n - 1 > commands[c].most))
        return err_set(e, ST_USAGE, "%s wants %s", commands[c].name, commands[c].operands);
    if (!options_go(j, c, e))
        return false;
    return c == LIST   ? run_list(j, operand + 1, n - 1, e)
           : c == SHOW ? run_show(j, operand + 1, n - 1, e)
                       : change(j, operand + 1, c == CONFIRM, e);
}

int main(int argc, char **argv)
{
    struct job j = {0};
    const struct option_spec options[] = {
        {0, "by", "NAME", "confirm, withdraw: who says so", &j.by, NULL},
        {0, "note", "TEXT", "confirm: why, or from which letter", &j.note, NULL},
        {0, "replace", NULL, "confirm: also what means another region until now", NULL, &j.replace},
        {0, "csv", NULL, "list: as CSV", NULL, &j.csv},
        {0, "site", "DIR", "folder with the site's own aliases.csv; default KP2S_SITE", &j.site, NULL},
        {'e', "etc", "DIR", "folder with catalogue/; default KP2S_ETC", &j.etc, NULL},
        {'o', "output", "FILE", "list, show: write to FILE instead of standard output", &j.output, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-alias",
        .synopsis =
            "list [--csv] [--site DIR] [-o OUT] [STREAM…]\n"
            "       kp2s-alias show [--site DIR] [-o OUT] PARENT TEXT [STREAM…]\n"
            "       kp2s-alias confirm [--site DIR] --by NAME [--note TEXT] [--replace] PARENT TEXT CODE\n"
            "       kp2s-alias withdraw [--site DIR] --by NAME PARENT TEXT",
        .about =
            "list tells which names of regions in streams of kp2s-transform wait for a person; show tells of "
            "one of them\n"
            "what it may mean; confirm writes down what it means, and who says so; withdraw ends that. "
            "PARENT "
            "is the\n"
            "code of the region in which the name was looked for, - the country.",
        .examples =
            "  kp2s-alias list meant.csv\n"
            "  kp2s-alias show 33.76.02 SLEROKK meant.csv\n"
            "  kp2s-alias confirm --site /etc/kp2s --by 'Sri, Bappeda' 33.76.02 SLEROKK 33.76.02.1002",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    run(&j, operands, n, &e);
    return prog_end(&p, &e);
}
