#include "loadkind.h"
#include "err.h"

#include <string.h>

static const char *const coverage_key[] = {"regency_key", "region_key", "indicator_key",
                                           "period_key",  "agency_key", "puskesmas",
                                           "sex",         "age_group",  NULL};
static const char *const coverage_measures[] = {"state", "numerator", "denominator", "reported", NULL};
static const char *const measurement_key[] = {"regency_key", "child", "measured_on", "system", NULL};
static const char *const measurement_measures[] = {
    "region_key", "period_key", "agency_key",   "key_id",       "household",    "puskesmas",
    "sex",        "age_days",   "weight",       "height",       "position",     "muac",
    "haz",        "waz",        "whz",          "baz",          "flags",        "ha_status",
    "wa_status",  "wh_status",  "haz_reported", "waz_reported", "whz_reported", "ha_status_reported",
    NULL};
static const char *const service_key[] = {"regency_key", "person", "service_key", "period_key", NULL};
static const char *const service_measures[] = {"region_key", "subject", "agency_key", "key_id",
                                               "household",  "state",   NULL};
static const char *const assessment_key[] = {"regency_key", "item", "assessor", "period_key", NULL};
static const char *const assessment_measures[] = {"region_key", "role",   "agency_key",
                                                  "grade",      "remark", NULL};
static const char *const evidence_key[] = {"regency_key", "item", "document", "period_key", NULL};
static const char *const evidence_measures[] = {"region_key", "agency_key", "sha256", "bytes", NULL};

const struct loadkind loadkinds[KIND_COUNT] = {
    [KIND_COVERAGE] = {"irepsevccc", coverage_key, coverage_measures, false, "period_key",
                       "region, indicator, period_key, agency_key, puskesmas, sex, age_group"},
    [KIND_MEASUREMENT] = {"RRerepdSaccecnnnneeeennne", measurement_key, measurement_measures, true,
                          "measured_on", "table_no, row_no, measured_on, system"},
    [KIND_SERVICE] = {"RReRrpiy", service_key, service_measures, false, "period_key",
                      "table_no, row_no, service_key, period_key"},
    [KIND_ASSESSMENT] = {"rpReeee", assessment_key, assessment_measures, false, "period_key",
                         "region, item, assessor, period_key"},
    [KIND_EVIDENCE] = {"rpRRhc", evidence_key, evidence_measures, false, "period_key",
                       "region, item, document, period_key"},
};

static bool digits(struct str s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    return to > from;
}

static bool is_number(struct str s)
{
    if (s.len > 0 && s.ptr[0] == '-')
        s = (struct str){s.ptr + 1, s.len - 1};
    const char *point = memchr(s.ptr, '.', s.len);
    size_t whole = point ? (size_t)(point - s.ptr) : s.len;
    return s.len <= 40 && digits(s, 0, whole) && (!point || digits(s, whole + 1, s.len));
}

static bool is_hash(struct str s)
{
    size_t i = 0;
    while (i < s.len && ((s.ptr[i] >= '0' && s.ptr[i] <= '9') || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f')))
        i++;
    return i == s.len && i == 64;
}

static bool is_date(struct str s)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-' || !digits(s, 0, 4) || !digits(s, 5, 7) ||
        !digits(s, 8, 10))
        return false;
    int year = (s.ptr[0] - '0') * 1000 + (s.ptr[1] - '0') * 100 + (s.ptr[2] - '0') * 10 + s.ptr[3] - '0';
    int month = (s.ptr[5] - '0') * 10 + s.ptr[6] - '0', day = (s.ptr[8] - '0') * 10 + s.ptr[9] - '0';
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (leap && month == 2);
}

static bool is_age(struct str s)
{
    long days;
    return str_to_long(s, &days) && days <= LOADKIND_LAST_DAY;
}

static bool one_of(struct str s, const char *const *words)
{
    while (*words && !str_is(s, *words))
        words++;
    return *words != NULL;
}

bool loadkind_fits(char type, struct str text)
{
    static const char *const sexes[] = {"L", "P", NULL};
    static const char *const states[] = {"value", "missing", "na", NULL};
    static const char *const services[] = {"Y", "T", "TS", NULL};
    switch (type) {
    case FIELD_REGION:
    case FIELD_PERIOD:
    case FIELD_ITEM:
    case FIELD_NAME:
        return text.len > 0;
    case FIELD_NUMBER:
        return text.len == 0 || is_number(text);
    case FIELD_COUNT:
        return text.len == 0 || (text.ptr[0] != '-' && is_number(text));
    case FIELD_AGE:
        return is_age(text);
    case FIELD_HASH:
        return is_hash(text);
    case FIELD_DATE:
        return is_date(text);
    case FIELD_SEX:
        return one_of(text, sexes);
    case FIELD_SEXES:
        return text.len == 0 || one_of(text, sexes);
    case FIELD_FILLED:
        return one_of(text, states);
    case FIELD_SERVICE:
        return one_of(text, services);
    default:
        return true;
    }
}

/* Fields of a coverage record. */
enum { INDICATOR, STATE = 6, NUMERATOR, DENOMINATOR, REPORTED };

/* Which of its figures a value needs, only the warehouse's catalogue can tell: loadkind_lacks(). */
static const char *coverage_conflict(const struct str *field, struct arena *a)
{
    struct str n = field[NUMERATOR], d = field[DENOMINATOR];
    if (str_is(field[STATE], "value"))
        return n.len > 0 || (d.len == 0 && field[REPORTED].len > 0)
                   ? NULL
                   : "'numerator' is '' where 'state' is 'value'";
    if (str_is(field[STATE], "missing"))
        return n.len == 0 || d.len == 0
                   ? NULL
                   : arena_printf(a,
                                  "'numerator' is '%.*s' and 'denominator' '%.*s' where 'state' is 'missing'",
                                  STR_ARG(n), STR_ARG(d))
                         .ptr;
    if (n.len == 0 && d.len == 0)
        return NULL;
    struct str given = n.len > 0 ? n : d;
    return arena_printf(a, "'%s' is '%.*s' where 'state' is 'na'", n.len > 0 ? "numerator" : "denominator",
                        STR_ARG(given))
        .ptr;
}

const char *loadkind_conflict(enum kind kind, const struct str *field, struct arena *a)
{
    return kind == KIND_COVERAGE ? coverage_conflict(field, a) : NULL;
}

const char *loadkind_lacks(enum kind kind, const struct str *field, struct str type, struct arena *a)
{
    if (kind != KIND_COVERAGE || !str_is(field[STATE], "value"))
        return NULL;
    bool percent = str_is(type, "percent"), ratio = str_is(type, "ratio");
    const struct {
        const char *name;
        struct str figure;
        bool needed;
    } figures[] = {
        {"denominator", field[DENOMINATOR], ratio},
        {"numerator", field[NUMERATOR], !percent},
        {"reported", field[REPORTED], percent || field[REPORTED].len > 0},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (figures[i].needed != (figures[i].figure.len > 0))
            return arena_printf(a, "'%s' is '%.*s' where 'state' is 'value' and '%.*s' is of type %.*s",
                                figures[i].name, STR_ARG(figures[i].figure), STR_ARG(field[INDICATOR]),
                                STR_ARG(type))
                .ptr;
    return NULL;
}

int loadkind_column(enum kind kind, const char *name)
{
    for (int i = 0; kind_meant[kind][i]; i++)
        if (strcmp(kind_meant[kind][i], name) == 0)
            return i;
    return -1;
}

int loadkind_first(enum kind kind, enum field_type type)
{
    const char *types = loadkinds[kind].types, *at = strchr(types, (char)type);
    return at ? (int)(at - types) : -1;
}

int loadkind_person(enum kind kind)
{
    int child = loadkind_column(kind, "child");
    return child >= 0 ? child : loadkind_column(kind, "person");
}

/* before + name [+ middle + name] for each, with glue between. */
static struct str list(struct arena *a, const char *const *names, const char *before, const char *middle,
                       const char *glue)
{
    struct str s = STR("");
    for (; *names; names++)
        s = arena_printf(a, "%.*s%s%s%s%s%s", STR_ARG(s), s.len ? glue : "", before, *names,
                         middle ? middle : "", middle ? *names : "");
    return s;
}

/* The columns of the fact that a record fills, in the order of its fields, and those that its source does. */
static struct str columns(struct arena *a, enum kind kind)
{
    const struct loadkind *k = &loadkinds[kind];
    struct str s = STR("");
    for (size_t i = 0; kind_meant[kind][i]; i++) {
        const char *name = kind_meant[kind][i];
        if (k->types[i] == FIELD_REGION)
            s = arena_printf(a, "%.*sregency_key, region_key, ", STR_ARG(s));
        else if (k->types[i] == FIELD_PERIOD || k->types[i] == FIELD_ITEM)
            s = arena_printf(a, "%.*s%s_key, ", STR_ARG(s), name);
        else
            s = arena_printf(a, "%.*s%s, ", STR_ARG(s), strcmp(name, "key") == 0 ? "key_id" : name);
    }
    return arena_printf(a, "%.*sagency_key, %stable_no, row_no, cell", STR_ARG(s),
                        k->has_system ? "system, " : "");
}

bool loadkind_token(const char *column)
{
    static const char *const columns[] = {"child", "person", "household", "key", NULL};
    return one_of(str_c(column), columns);
}

const char *loadkind_told(struct arena *a, enum kind kind, bool tokens)
{
    const struct loadkind *k = &loadkinds[kind];
    struct str s = STR("");
    for (size_t i = 0; kind_meant[kind][i]; i++) {
        const char *name = kind_meant[kind][i];
        if (!tokens && loadkind_token(name))
            continue;
        bool by_key = k->types[i] == FIELD_PERIOD || (k->types[i] == FIELD_ITEM && kind != KIND_COVERAGE);
        s = arena_printf(a, "%.*s%s%s, ", STR_ARG(s), strcmp(name, "key") == 0 ? "key_id" : name,
                         by_key ? "_key" : "");
    }
    return arena_printf(a, "%.*sagency_key, %stable_no, row_no, cell", STR_ARG(s),
                        k->has_system ? "system, " : "")
        .ptr;
}

static struct str mark(struct arena *a, enum kind kind, struct str name, const char *within)
{
    const struct loadkind *k = &loadkinds[kind];
    if (str_is(name, "kind"))
        return str_c(kind_names[kind]);
    if (str_is(name, "columns"))
        return columns(a, kind);
    if (str_is(name, "within") && within)
        return str_c(within);
    if (str_is(name, "key"))
        return list(a, k->key, "", NULL, ", ");
    if (str_is(name, "match"))
        return list(a, k->key, "n.", " = f.", " and ");
    if (str_is(name, "fact"))
        return list(a, k->measures, "f.", NULL, ", ");
    if (str_is(name, "fresh"))
        return list(a, k->measures, "n.", NULL, ", ");
    if (str_is(name, "set"))
        return arena_printf(a, "%.*s, table_no = n.table_no, row_no = n.row_no, cell = n.cell",
                            STR_ARG(list(a, k->measures, "", " = n.", ", ")));
    if (str_is(name, "pairing"))
        return str_c(k->pairing);
    if (str_is(name, "versions"))
        return kind == KIND_COVERAGE ? STR("regency_key, region_key, indicator_key")
                                     : STR("regency_key, region_key");
    if (str_is(name, "indicator"))
        return kind == KIND_COVERAGE
                   ? STR("(select i.code from dwh.dim_indicator i where i.indicator_key = x.indicator_key)")
                   : STR("''");
    if (str_is(name, "members"))
        return kind == KIND_COVERAGE
                   ? STR("with member as (insert into dwh.dim_age_group (code, name, name_en, known) "
                         "select distinct age_group, age_group, '', false from pg_temp.fresh "
                         "on conflict do nothing) ")
                   : STR("");
    /* only what indicators are told of has forms that count before others */
    if (str_is(name, "yields"))
        return kind == KIND_COVERAGE ? STR("dwh.form_position(f.indicator_key, f.submission_key) < "
                                           "dwh.form_position(n.indicator_key, $1)")
                                     : STR("false");
    if (str_is(name, "turn"))
        return kind == KIND_COVERAGE ? STR("dwh.form_position(h.indicator_key, h.submission_key), ")
                                     : STR("");
    BUG("an unknown mark in SQL");
}

const char *loadkind_sql(struct arena *a, enum kind kind, const char *sql, const char *within)
{
    struct str rest = str_c(sql), done = STR("");
    while (memchr(rest.ptr, '@', rest.len)) {
        struct str before = str_cut(&rest, '@');
        struct str text = mark(a, kind, str_cut(&rest, '@'), within);
        done = arena_printf(a, "%.*s%.*s%.*s", STR_ARG(done), STR_ARG(before), STR_ARG(text));
    }
    return arena_printf(a, "%.*s%.*s", STR_ARG(done), STR_ARG(rest)).ptr;
}
