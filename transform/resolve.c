/* What several kinds need: period, and what the E of a source says. */
#include "stage.h"

#include <string.h>

/* A dash in a cell of a region or a period says as little as an empty one. */
struct str stage_given(struct str text)
{
    return str_is(text, "-") ? STR("") : text;
}

/* --- periods --- */

/* The period of the record's own column, remembered: most rows say the same. */
static bool own_period(struct stage *s, struct str own, struct period *p)
{
    bool known = own.len == s->last_period.len && memcmp(own.ptr, s->last_period.text, own.len) == 0;
    if (!known) {
        s->last_period.read = period_read(own, &s->last_period.period);
        s->last_period.len = own.len <= sizeof s->last_period.text ? own.len : 0;
        memcpy(s->last_period.text, own.ptr, s->last_period.len);
        if (s->last_period.read && s->last_period.period.cumulative)
            stage_remark(s, REASON_period_cumulative, FIELD_PERIOD, STR(""));
    }
    *p = s->last_period.period;
    return s->last_period.read;
}

void stage_period_notes(struct stage *s)
{
    struct place *p = &s->place;
    p->period_told = true;
    if (!p->period_read)
        return;
    if (p->period.cumulative)
        stage_remark_on(s, REASON_period_cumulative, FIELD_PERIOD, p->period_text, STR(""));
    if (s->source.file_period_read && period_contradicts(p->period, s->source.file_period))
        stage_remark_on(s, REASON_period_contradicts, FIELD_PERIOD, p->period_text,
                        s->source.file_period_text);
}

/* "2024", "Tahun 2024", and "2024.0" as programs write a column of numbers; 0 when it is none. */
static int year_of(struct str text)
{
    struct period p;
    if (text.len > 2 && memcmp(text.ptr + text.len - 2, ".0", 2) == 0)
        text.len -= 2;
    return period_read(text, &p) && p.kind == 'Y' ? p.year : 0;
}

/* A stage or wave of payments is no period: only who pays knows when it was. */
static struct str unread_detail(struct stage *s, struct str text)
{
    struct str folded = str_fold(&s->scratch, text);
    bool wave = (folded.len >= 5 && memcmp(folded.ptr, "tahap", 5) == 0) ||
                (folded.len >= 3 && memcmp(folded.ptr, "gel", 3) == 0);
    return wave ? STR("tahap bukan periode; artinya ditetapkan di tata letak, [words period]") : STR("");
}

static bool reject_period(struct stage *s, enum reason reason, struct str own, struct str detail)
{
    if (own.len > 0)
        stage_remark(s, reason, FIELD_PERIOD, detail);
    else
        stage_remark_on(s, reason, FIELD_PERIOD, s->place.period_text,
                        detail.len ? detail : STR("dari judul tabel"));
    return false;
}

bool stage_period(struct stage *s, struct period *p)
{
    struct str own = stage_given(s->row.field[FIELD_PERIOD]),
               year_text = stage_given(s->row.field[FIELD_YEAR]);
    struct str text = own.len > 0 ? own : s->place.period_text;
    int year = year_of(year_text);
    if (year_text.len > 0 && year == 0) {
        stage_remark(s, REASON_period_invalid, FIELD_YEAR, STR(""));
        return false;
    }
    if (text.len == 0 && year == 0) {
        stage_remark(s, REASON_period_missing, FIELD_PERIOD, STR(""));
        return false;
    }
    *p = s->place.period;
    bool read = own.len > 0 ? own_period(s, own, p) : s->place.period_read;
    bool titled = own.len == 0 && read && p->kind == 'Y'; /* rows under "Tahun 2024" may say another year */
    if (year > 0 && (text.len == 0 || titled)) {
        *p = (struct period){.kind = 'Y'};
        return period_complete(p, year);
    }
    if (!read)
        return reject_period(s, REASON_period_invalid, own, unread_detail(s, text));
    if (year > 0 && p->year != 0 && p->year != year) {
        stage_remark(s, REASON_period_invalid, FIELD_YEAR,
                     arena_printf(&s->scratch, "bertentangan dengan %.*s", STR_ARG(text)));
        return false;
    }
    if (!period_complete(p, year > 0 ? year : s->place.year))
        return reject_period(s, REASON_period_no_year, own, STR(""));
    return true;
}

/* --- dates --- */

enum date_state stage_date(struct stage *s, enum field field, struct date *d)
{
    enum { DAYS_TO_1904 = 1462 };
    enum date_state state = date_read(s->row.field[field], d);
    if (state == DATE_SERIAL) {
        char text[16];
        if (s->source.epoch1904)
            *d = date_of_days(date_days(*d) + DAYS_TO_1904);
        date_text(*d, text);
        stage_remark(s, REASON_repair_serial, field, arena_printf(&s->scratch, "dibaca %s", text));
    }
    if (state == DATE_INVALID)
        stage_remark(s, REASON_date_invalid, field, STR(""));
    return state;
}

/* --- sexes and texts --- */

char stage_sex(struct str text)
{
    static const struct {
        const char *word;
        char sex;
    } words[] = {{"l", 'L'},    {"p", 'P'},      {"1", 'L'},       {"2", 'P'},         {"lakilaki", 'L'},
                 {"laki", 'L'}, {"lk", 'L'},     {"laki2", 'L'},   {"perempuan", 'P'}, {"pr", 'P'},
                 {"pria", 'L'}, {"wanita", 'P'}, {"prempuan", 'P'}};
    char word[12];
    size_t n = 0;
    if (str_is(text, "L") || str_is(text, "P")) /* nearly always */
        return text.ptr[0];
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == ' ' || c == '-' || c == '.')
            continue;
        if (n == sizeof word)
            return 0;
        word[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is((struct str){word, n}, words[i].word))
            return words[i].sex;
    return 0;
}

/* The text without a word before its name that says what it is; s itself when it begins with none. */
static struct str without_type(struct str s)
{
    static const char *const types[] = {"UPT", "UPTD", "BLUD", "PUSKESMAS", "PUSK", "PKM"};
    size_t end = 0;
    while (end < s.len && s.ptr[end] != ' ' && s.ptr[end] != '.')
        end++;
    bool is_type = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        is_type = is_type || str_is((struct str){s.ptr, end}, types[i]);
    while (is_type && end < s.len && (s.ptr[end] == ' ' || s.ptr[end] == '.'))
        end++;
    return is_type && end < s.len ? (struct str){s.ptr + end, s.len - end} : s;
}

struct str stage_puskesmas(struct stage *s)
{
    struct str typed = stage_given(s->row.field[FIELD_PUSKESMAS]), rest;
    char *out = arena_cstr(&s->scratch, typed);
    struct str name = {out, 0};
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.ptr[i];
        if (c != ' ' || (name.len > 0 && out[name.len - 1] != ' '))
            out[name.len++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    while ((rest = without_type(name)).len < name.len)
        name = rest;
    return name;
}

void stage_text_limit(struct stage *s, enum field field, size_t bytes)
{
    if (s->row.field[field].len > bytes)
        stage_remark(s, REASON_too_long, field, arena_printf(&s->scratch, "paling banyak %zu huruf", bytes));
}

/* --- the E of a source --- */

static bool titled(const struct stage *s)
{
    return s->source.period_read && s->source.period.year != 0;
}

static bool later(const struct period *a, const struct period *b)
{
    return a->last > b->last;
}

/* What may divide a scope into several files: the assessor of a score, the puskesmas of a list; where there
 * is none, what else all rows of a file may share: the service of a list, the sex of figures; second, their
 * age group. */
static struct str part_of(struct stage *s, int which)
{
    const struct str *f = s->row.field;
    char sex = stage_sex(f[FIELD_SEX]);
    struct str part = f[FIELD_PUSKESMAS];
    if (which == 1)
        part = part.len == 0 && s->source.kind == KIND_COVERAGE ? f[FIELD_AGE_GROUP] : STR("");
    else if (s->source.kind == KIND_ASSESSMENT)
        part = f[FIELD_ASSESSOR].len ? f[FIELD_ASSESSOR] : s->source.assessor;
    else if (part.len == 0 && s->source.kind == KIND_SERVICE)
        part = f[FIELD_SERVICE];
    else if (part.len == 0 && s->source.kind == KIND_COVERAGE)
        part = (struct str){&sex, sex != 0};
    return str_fold(&s->scratch, part);
}

void stage_accept(struct stage *s, uint32_t region, const struct period *p)
{
    struct common *c = &s->source.common;
    if (c->records++ == 0) {
        c->region = region;
        c->district = regions_above(s->regions, region, 3);
        c->regency = regions_above(s->regions, region, 2);
        c->province = regions_above(s->regions, region, 1);
        for (int i = 0; i < 2; i++)
            c->part[i] = arena_dup(&s->source.text, part_of(s, i));
        c->period = c->latest = *p;
        c->outside = titled(s) && period_contradicts(*p, s->source.period);
        return;
    }
    if (region != c->region) {
        c->region = region;
        c->districts = c->districts || regions_above(s->regions, region, 3) != c->district;
        c->regencies = c->regencies || regions_above(s->regions, region, 2) != c->regency;
        c->provinces = c->provinces || regions_above(s->regions, region, 1) != c->province;
    }
    for (int i = 0; i < 2; i++)
        if (c->part[i].len > 0 && !str_eq(part_of(s, i), c->part[i]))
            c->part[i] = STR("");
    if (!period_same(p, &c->period)) {
        c->periods = true;
        c->outside = c->outside || (titled(s) && period_contradicts(*p, s->source.period));
    }
    if (later(p, &c->latest))
        c->latest = *p;
}

struct str stage_scope(struct stage *s)
{
    const struct common *c = &s->source.common;
    if (c->records > 0) {
        if (!c->districts && c->district != REGION_NONE)
            return regions_code(s->regions, c->district);
        if (!c->regencies && c->regency != REGION_NONE)
            return regions_code(s->regions, c->regency);
        return c->provinces ? STR("-") : regions_code(s->regions, c->province);
    }
    struct region_query q = {.name = {{0}, s->source.province, s->source.regency}, .inside = s->province};
    struct region_result result;
    if (regions_find(s->regions, &q, &result, &s->scratch) == REGION_FOUND)
        return regions_code(s->regions, result.region);
    return regions_code(s->regions, s->province);
}

struct str stage_part(struct stage *s)
{
    const struct str *part = s->source.common.part;
    return arena_printf(&s->scratch, "%.*s%s%.*s", STR_ARG(part[0]), part[0].len && part[1].len ? " " : "",
                        STR_ARG(part[1]));
}

/* A file of measurements is of the month its title dates it to. Others are of the period all records share,
 * which may be a part of what the title names: quarter by quarter under "Tahun 2024" must not be four times
 * the same slot. */
struct str stage_source_period(struct stage *s)
{
    const struct common *c = &s->source.common;
    bool shared = c->records > 0 && !c->periods;
    struct period p = {0};
    if (titled(s) && (s->source.kind == KIND_MEASUREMENT || (!shared && !c->outside)))
        p = s->source.period;
    else if (shared)
        p = c->period;
    else if (c->records > 0)
        p = (struct period){.kind = 'Y', .year = c->latest.year};
    else if (s->place.period_read)
        p = s->place.period;
    if (p.year == 0)
        return STR("");
    char *code = arena_alloc(&s->scratch, 12);
    period_code(&p, code);
    return str_c(code);
}
