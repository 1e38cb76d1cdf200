#include "measure.h"

#include "nik.h"
#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SERIAL = 36526, LAST_SERIAL = 54788 }; /* 2000 to 2049, as Excel counts days */

/* What is plausible, and which unit a figure outside is in. */
struct range {
    enum field field;
    double from, to;
    double other_from, other_to; /* figures in the other unit */
    int places;                  /* shift that turns them into ours */
    const char *unit;
};

/* The ranges of two units never meet: what lies in one has one meaning. Grams end where serials of dates
 * begin. */
static const struct range ranges[] = {
    {FIELD_WEIGHT, 0.5, 60, 100, FIRST_SERIAL - 1, -3, "kg"}, /* grams */
    {FIELD_HEIGHT, 30, 150, 0.3, 2, 2, "cm"},                 /* metres */
    {FIELD_MUAC, 5, 40, 60, 400, -1, "cm"},                   /* millimetres */
};

/* Up to 15 digits are a whole double, and so is the power of ten that they are divided by: the quotient is
 * the double that strtod() finds, which takes longer. */
double measure_value(const char *text)
{
    static const double tens[PLAIN_DIGITS] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
    struct str s = str_c(text);
    size_t whole, fraction;
    if (!plain_figure(s, &whole, &fraction))
        return strtod(text, NULL);
    uint64_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        if (i != whole)
            n = n * 10 + (uint64_t)(s.ptr[i] - '0');
    return (double)n / tens[fraction];
}

static bool digits_to(struct str *s, char stop, char *out, size_t most, size_t *n)
{
    *n = 0;
    while (s->len > 0 && s->ptr[0] != stop && s->ptr[0] != ':') {
        if (s->ptr[0] < '0' || s->ptr[0] > '9' || *n == most)
            return false;
        out[(*n)++] = s->ptr[0];
        s->ptr++;
        s->len--;
    }
    return *n > 0;
}

/* Reads "hh.mm" or "hh.mm.ss", points or colons, as the decimal number that Excel took for a time. Lengths
 * and weights are taken to one decimal, so minutes below 10 stand for one: 05 is .5, but 35 is .35. */
static bool time_reading(struct str s, char out[NUMBER_SIZE], bool *certain)
{
    char hours[4], minutes[2], seconds[2];
    size_t h, m, sec;
    if (s.len < 4 || (s.ptr[s.len - 3] != '.' && s.ptr[s.len - 3] != ':')) /* which both forms have there */
        return false;
    bool colon = memchr(s.ptr, ':', s.len) != NULL;
    if (!digits_to(&s, '.', hours, 3, &h) || s.len == 0)
        return false;
    s = (struct str){s.ptr + 1, s.len - 1};
    if (!digits_to(&s, '.', minutes, 2, &m) || m != 2 || minutes[0] > '5')
        return false;
    *certain = colon;
    if (s.len > 0) {
        s = (struct str){s.ptr + 1, s.len - 1};
        if (!digits_to(&s, '.', seconds, 2, &sec) || sec != 2 || s.len > 0 || memcmp(seconds, "00", 2) != 0)
            return false;
        *certain = true;
    } else if (minutes[0] != '0' || minutes[1] == '0') {
        if (!colon)
            return false; /* "14.35" is the same both ways */
    }
    size_t n = 0, first = 0;
    while (first + 1 < h && hours[first] == '0')
        first++;
    memcpy(out, hours + first, h - first);
    n = h - first;
    if (memcmp(minutes, "00", 2) != 0) {
        out[n++] = '.';
        if (minutes[0] != '0')
            out[n++] = minutes[0];
        if (minutes[1] != '0')
            out[n++] = minutes[1];
    }
    out[n] = '\0';
    return true;
}

/* Takes a certain time reading, or remembers a doubtful one. True when the text is used up. */
static bool take_time(struct stage *s, enum field field, struct str text, struct measure *m)
{
    char reading[NUMBER_SIZE];
    bool certain;
    if (!time_reading(text, reading, &certain))
        return false;
    size_t whole = strcspn(reading, ".");
    bool short_minutes = strlen(reading) == whole + 2 && text.ptr[strcspn(text.ptr, ".:") + 1] == '0';
    memcpy(certain ? m->text : m->time_text, reading, sizeof reading);
    if (certain && field == FIELD_WEIGHT && short_minutes) {
        snprintf(m->time_text, sizeof m->time_text, "%.*s.0%c", (int)whole, reading, reading[whole + 1]);
        m->doubt = REASON_repair_time;
    } else if (certain) {
        stage_remark(s, REASON_repair_time, field, arena_printf(&s->scratch, "dibaca %s", reading));
    }
    return certain;
}

/* A figure that is no use: a rejection, but for the arm circumference only a note. */
static void useless(struct stage *s, enum reason reason, enum field field, const char *detail)
{
    stage_remark_as(s, reason, field == FIELD_MUAC ? SEV_NOTE : reasons[reason].severity, field,
                    str_c(detail));
}

/* --- units --- */

/* Units that may stand behind a figure. */
static const struct unit {
    const char *name;
    enum field field[2];
    int places; /* shift that turns figures of it into ours */
} units[] = {
    {"kg", {FIELD_WEIGHT, FIELD_WEIGHT}, 0},  {"g", {FIELD_WEIGHT, FIELD_WEIGHT}, -3},
    {"gr", {FIELD_WEIGHT, FIELD_WEIGHT}, -3}, {"gram", {FIELD_WEIGHT, FIELD_WEIGHT}, -3},
    {"cm", {FIELD_HEIGHT, FIELD_MUAC}, 0},    {"mm", {FIELD_HEIGHT, FIELD_MUAC}, -1},
    {"m", {FIELD_HEIGHT, FIELD_HEIGHT}, 2},
};

/* The unit behind a figure, which is cut off; NULL when there is none that the field is measured in. */
static const struct unit *cut_unit(enum field field, struct str *text)
{
    size_t end = text->len - (text->ptr[text->len - 1] == '.'), begin = end;
    while (begin > 0 && ((text->ptr[begin - 1] | 32) >= 'a' && (text->ptr[begin - 1] | 32) <= 'z'))
        begin--;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == end - begin &&
            (units[i].field[0] == field || units[i].field[1] == field) &&
            strncasecmp(text->ptr + begin, units[i].name, end - begin) == 0) {
            *text = str_trim((struct str){text->ptr, begin});
            return &units[i];
        }
    return NULL;
}

/* Shifts the figure by so many places into our unit. */
static bool convert(int places, struct measure *m)
{
    char shifted[NUMBER_SIZE];
    bool fits = places != 0 && number_shift(m->text, places, shifted);
    if (fits)
        memcpy(m->text, shifted, sizeof shifted);
    return fits;
}

static bool in_range(struct stage *s, const struct range *r, double value)
{
    if (value >= r->from && value <= r->to)
        return true;
    useless(s, REASON_number_range, r->field,
            arena_printf(&s->scratch, "%g sampai %g %s", r->from, r->to, r->unit).ptr);
    return false;
}

/* --- dates --- */

static bool is_serial(const char *text, double value)
{
    return value >= FIRST_SERIAL && value <= LAST_SERIAL && !strchr(text, '.');
}

/* Reads a date as the figure that Excel took for it: the twelfth of May is 12.5 or 12.05, the twelfth of
 * October 12.10. */
static bool date_reading(struct str text, struct measure *m)
{
    struct date d;
    enum date_state state = date_read(text, &d);
    if (state != DATE_READ && state != DATE_SERIAL && !date_day_and_month(text, &d))
        return false;
    snprintf(m->text, sizeof m->text, "%d.%d", d.day, d.month == 10 ? 1 : d.month);
    m->time_text[0] = '\0';
    if (d.month < 10)
        snprintf(m->time_text, sizeof m->time_text, "%d.0%d", d.day, d.month);
    return true;
}

/* A time or a serial is a figure in two ways; any other date is no figure at all. */
static void not_settled(struct stage *s, enum field field, enum reason doubt, const struct measure *m)
{
    bool date = doubt == REASON_repair_date;
    bool two_ways = !date || number_read(s->row.field[field], s->source.mark).state == NUMBER_VALUE;
    struct str detail = arena_printf(&s->scratch, "%smungkin %s%s%s", date ? "tampak seperti tanggal; " : "",
                                     m->text, m->time_text[0] ? " atau " : "", m->time_text);
    useless(s, two_ways ? REASON_number_ambiguous : REASON_number_invalid, field, detail.ptr);
}

static void take_date(struct stage *s, enum field field, struct measure *m)
{
    m->doubt = REASON_repair_date;
    if (field == FIELD_MUAC) { /* no z-score of a file is of it */
        not_settled(s, field, m->doubt, m);
        m->doubt = REASON_COUNT;
    }
}

static bool gives(struct stage *s, struct zscore_child child, enum field field, const char *text,
                  enum zscore_index index, int z)
{
    struct zscore_result scores;
    *(field == FIELD_WEIGHT ? &child.weight : &child.height) = measure_value(text);
    zscore_compute(s->growth, &child, &scores);
    return text[0] && scores.z[index] != ZSCORE_NONE && abs(scores.z[index] - z) <= MEASURE_Z_AGREES;
}

void measure_settle_doubt(struct stage *s, enum field field, const struct zscore_child *child,
                          enum zscore_index index, const struct measure *z, struct measure *m)
{
    bool short_one = false, long_one = false;
    if (child && z->given) {
        int said = (int)number_hundredths(str_c(z->text));
        short_one = gives(s, *child, field, m->text, index, said);
        long_one = gives(s, *child, field, m->time_text, index, said);
    }
    m->given = short_one != long_one;
    if (!m->given) {
        not_settled(s, field, m->doubt, m);
    } else {
        if (long_one)
            memcpy(m->text, m->time_text, sizeof m->text);
        stage_remark(s, m->doubt, field,
                     arena_printf(&s->scratch, "dibaca %s menurut z-skor berkas", m->text));
    }
    m->doubt = REASON_COUNT;
    m->time_text[0] = '\0';
}

/* --- a measure --- */

/* The layout declares that the text, or the figure read, stands for nothing. */
static bool is_missing(struct stage *s, enum field field, struct str text)
{
    if (declared_state(&s->source.declared, field_names[field], text) != DECLARED_MISSING)
        return false;
    stage_remark(s, REASON_sentinel, field, STR(""));
    return true;
}

/* The figure, and the unit that stands behind it, if any; false when it cannot be used. */
static bool take_number(struct stage *s, const struct range *r, const struct unit **unit, struct measure *m)
{
    struct str text = s->row.field[r->field];
    struct number n = number_read(text, s->source.mark);
    if ((n.state != NUMBER_VALUE || n.negative) && is_missing(s, r->field, text))
        return false;
    if (n.state == NUMBER_MISSING || n.state == NUMBER_NA)
        return false;
    if (n.state == NUMBER_INVALID) {
        *unit = cut_unit(r->field, &text);
        if (*unit) {
            n = number_read(text, s->source.mark);
        } else if (date_reading(text, m)) {
            take_date(s, r->field, m);
            return false;
        }
    }
    if (n.state != NUMBER_VALUE || n.percent || n.negative) {
        useless(s,
                n.state == NUMBER_ERROR ? REASON_cell_error
                : n.negative            ? REASON_number_negative
                                        : REASON_number_invalid,
                r->field, "");
        return false;
    }
    /* three digits behind one mark: 8.123 kg is also 8,123 g, and no length has thousands */
    memcpy(m->text, n.decimal[0] ? n.decimal : n.grouped, NUMBER_SIZE);
    if (n.noise)
        stage_remark(s, REASON_repair_noise, r->field, arena_printf(&s->scratch, "dibaca %s", m->text));
    return true;
}

/* Many forms write these for what was not measured; as grams they are a weight, too. */
static bool placeholder(const char *text)
{
    return strcmp(text, "8888") == 0 || strcmp(text, "9999") == 0;
}

/* What was read, in our unit and within what is plausible. */
static bool settle(struct stage *s, const struct range *r, const struct unit *unit, struct measure *m)
{
    bool converted = false;
    if (is_missing(s, r->field, str_c(m->text)))
        return false;
    if (strcmp(m->text, "0") == 0) {
        if (r->field != FIELD_MUAC) /* systems write 0 where no arm was measured: nothing to tell */
            stage_remark(s, REASON_sentinel, r->field, STR(""));
        return false;
    }
    double value = measure_value(m->text);
    if (unit) {
        converted = convert(unit->places, m);
    } else if (value > r->other_from && value <= r->other_to) {
        if (placeholder(m->text)) {
            useless(s, REASON_number_ambiguous, r->field, "mungkin berarti kosong");
            return false;
        }
        converted = convert(r->places, m);
    } else if (is_serial(m->text, value) && date_reading(str_c(m->text), m)) {
        take_date(s, r->field, m);
        return false;
    }
    if (!in_range(s, r, converted ? measure_value(m->text) : value))
        return false;
    if (converted)
        stage_remark(s, REASON_repair_unit, r->field,
                     arena_printf(&s->scratch, "dibaca %s %s", m->text, r->unit));
    return true;
}

/* A NIK with a mark somewhere in it may be read as a figure. */
static bool somebodys_number(struct str text)
{
    enum { LONGEST_FIGURE = 14 };
    if (text.len <= LONGEST_FIGURE ||
        !(memchr(text.ptr, '.', text.len) || memchr(text.ptr, ',', text.len))) /* whole, it is out of range */
        return false;
    enum nik_worth worth = nik_read(text).worth;
    return worth == NIK_GOOD || worth == NIK_TEMPORARY;
}

void measure_read(struct stage *s, enum field field, struct measure *m)
{
    const struct range *r = ranges;
    struct str text = s->row.field[field];
    const struct unit *unit = NULL;
    m->given = false;
    m->doubt = REASON_COUNT;
    m->text[0] = m->time_text[0] = '\0';
    while (r->field != field)
        r++;
    if (text.len == 0)
        return;
    if (somebodys_number(text)) {
        stage_remark_as(s, REASON_privacy, SEV_REJECT, field, STR(""));
        return;
    }
    if (take_time(s, field, text, m) || take_number(s, r, &unit, m))
        m->given = m->doubt == REASON_COUNT && settle(s, r, unit, m);
}

void measure_z(struct stage *s, enum field field, struct measure *z)
{
    enum { LONGEST_Z = 4 }; /* digits before the mark; a NIK is no z-score */
    struct str text = s->row.field[field];
    z->given = false;
    z->doubt = REASON_COUNT;
    z->text[0] = z->time_text[0] = '\0';
    if (declared_state(&s->source.declared, field_names[field], text) == DECLARED_MISSING)
        return;
    if (somebodys_number(text)) {
        stage_remark(s, REASON_privacy, field, STR(""));
        return;
    }
    struct number n = number_read(text, s->source.mark);
    if (n.state == NUMBER_MISSING || n.state == NUMBER_NA)
        return;
    if (n.state != NUMBER_VALUE || n.percent) {
        stage_remark_as(s, n.state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid, SEV_NOTE,
                        field, STR("z-skor berkas tidak dibaca"));
        return;
    }
    if (!n.decimal[0] || strcspn(n.decimal, ".") > LONGEST_Z) { /* no z-score has thousands */
        stage_remark_as(s, n.decimal[0] ? REASON_number_range : REASON_number_ambiguous, SEV_NOTE, field,
                        STR("z-skor berkas tidak dibaca"));
        return;
    }
    z->given = true;
    z->text[0] = '-'; /* overwritten unless negative */
    memcpy(z->text + n.negative, n.decimal, NUMBER_SIZE - 1);
    if (n.noise)
        stage_remark(s, REASON_repair_noise, field, arena_printf(&s->scratch, "dibaca %s", z->text));
    bool certain; /* Excel makes no time of a negative figure */
    if (!n.negative)
        time_reading(text, z->time_text, &certain);
}

char measure_position(struct str text)
{
    static const struct {
        const char *word;
        char position;
    } words[] = {{"l", 'l'},     {"terlentang", 'l'}, {"telentang", 'l'}, {"berbaring", 'l'},
                 {"lying", 'l'}, {"h", 'h'},          {"berdiri", 'h'},   {"standing", 'h'}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text.len == strlen(words[i].word) && strncasecmp(text.ptr, words[i].word, text.len) == 0)
            return words[i].position;
    return 0;
}

bool measure_yes(struct str text)
{
    return text.len > 0 && (str_is(text, "1") || strchr("YyVv+", text.ptr[0]));
}
