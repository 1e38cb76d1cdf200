#include "settings.h"
#include "inifile.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *section, *name; /* name is that of the option, too */
    const char *variable;       /* of the environment */
    bool optional, review;      /* review: needed only for the review */
} known[SETTINGS] = {
    [INBOX] = {"paths", "inbox", NULL, false, false},
    [SOURCES] = {"paths", "sources", NULL, true, false},
    [ARCHIVE] = {"paths", "archive", "KP2S_ARCHIVE", false, false},
    [OUT] = {"paths", "out", NULL, false, true},
    [KEY] = {"paths", "key", "KP2S_KEY", false, false},
    [SITE] = {"paths", "site", "KP2S_SITE", true, false},
    [CONNINFO] = {"database", "conninfo", "KP2S_DB", true, false},
    [PROVINCE] = {"review", "province", NULL, true, false},
    [YEAR] = {"review", "year", NULL, false, true},
    [MAX_REJECTS] = {"load", "max-rejects", NULL, true, false},
    [REPORTS] = {"review", "reports", NULL, true, false},
};

struct reading {
    struct settings found;
    struct arena *arena;
};

static bool on_setting(void *context, struct str section, struct str key, struct str value, int line,
                       struct err *e)
{
    struct reading *r = context;
    (void)line;
    for (int i = 0; i < SETTINGS; i++)
        if (str_is(section, known[i].section) && str_is(key, known[i].name)) {
            r->found.value[i] = arena_cstr(r->arena, value);
            return true;
        }
    return err_set(e, ST_CONFIG, "unknown setting '%.*s' in [%.*s]", STR_ARG(key), STR_ARG(section));
}

static bool check(const struct settings *s, struct err *e)
{
    const char *year = s->value[YEAR], *province = s->value[PROVINCE];
    long number;
    if (year && (!str_to_long(str_c(year), &number) || number < 2015 || number > 2040))
        return err_set(e, ST_USAGE, "the year must be one of 2015 to 2040, not '%s'", year);
    if (province && (strlen(province) != 2 || !str_to_long(str_c(province), &number)))
        return err_set(e, ST_USAGE, "the province must be a code of two digits, not '%s'", province);
    if (access(s->value[KEY], R_OK) != 0) {
        err_sys(e, "cannot read the key file '%s'", s->value[KEY]);
        return err_hint(e, "kp2s-transform --make-key FILE makes one, once for the whole warehouse");
    }
    return true;
}

bool settings_read(struct settings *s, struct arena *arena, const char *conf, bool review, struct err *e)
{
    struct reading r = {.arena = arena};
    if (conf && !ini_read(conf, on_setting, &r, e))
        return false;
    for (int i = 0; i < SETTINGS; i++) {
        if (!s->value[i])
            s->value[i] = r.found.value[i];
        if (!s->value[i] && known[i].variable)
            s->value[i] = getenv(known[i].variable);
        if (!s->value[i] && !known[i].optional && (review || !known[i].review)) {
            err_set(e, ST_CONFIG, "no %s is set", known[i].name);
            return err_hint(e, "give --%s, or %s = … in [%s] of the file named by --conf", known[i].name,
                            known[i].name, known[i].section);
        }
    }
    return check(s, e);
}
