#include "measure.h"

#include "plain.h"

#include <stdlib.h>
#include <string.h>

/* What is plausible, and which unit a figure outside is in. */
struct range {
    enum field field;
    double from, to;
    double other_from, other_to; /* figures in the other unit */
    int places;                  /* shift that turns them into ours */
    const char *unit;
};

static const struct range ranges[] = {
    {FIELD_WEIGHT, 0.5, 60, 100, 60000, -3, "kg"}, /* grams */
    {FIELD_HEIGHT, 30, 150, 0.3, 2, 2, "cm"},      /* metres */
    {FIELD_MUAC, 5, 40, 60, 400, -1, "cm"},        /* millimetres */
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
    memcpy(certain ? m->text : m->time_text, reading, sizeof reading);
    if (certain)
        stage_remark(s, REASON_repair_time, field, arena_printf(&s->scratch, "dibaca %s", reading));
    return certain;
}

/* A figure that is no use: a rejection, but for the arm circumference only a note. */
static void useless(struct stage *s, enum reason reason, enum field field, const char *detail)
{
    stage_remark_as(s, reason, field == FIELD_MUAC ? SEV_NOTE : reasons[reason].severity, field,
                    str_c(detail));
}

static bool take_number(struct stage *s, enum field field, struct measure *m)
{
    struct number n = number_read(s->row.field[field], s->source.mark);
    if (n.state == NUMBER_MISSING || n.state == NUMBER_NA)
        return false;
    if (n.state == NUMBER_ERROR || n.state == NUMBER_INVALID || n.percent || n.negative) {
        useless(s,
                n.state == NUMBER_ERROR ? REASON_cell_error
                : n.negative            ? REASON_number_negative
                                        : REASON_number_invalid,
                field, "");
        return false;
    }
    /* three digits behind one mark: 8.123 kg is also 8,123 g, and no length has thousands */
    memcpy(m->text, n.decimal[0] ? n.decimal : n.grouped, NUMBER_SIZE);
    return true;
}

static bool in_unit(struct stage *s, const struct range *r, struct measure *m)
{
    char shifted[NUMBER_SIZE];
    double value = measure_value(m->text);
    if (value > r->other_from && value <= r->other_to && number_shift(m->text, r->places, shifted)) {
        memcpy(m->text, shifted, sizeof shifted);
        stage_remark(s, REASON_repair_unit, r->field,
                     arena_printf(&s->scratch, "dibaca %s %s", shifted, r->unit));
        value = measure_value(m->text);
    }
    if (value >= r->from && value <= r->to)
        return true;
    useless(s, REASON_number_range, r->field,
            arena_printf(&s->scratch, "%g sampai %g %s", r->from, r->to, r->unit).ptr);
    return false;
}

void measure_read(struct stage *s, enum field field, struct measure *m)
{
    struct str text = s->row.field[field];
    m->given = false;
    m->text[0] = m->time_text[0] = '\0';
    if (text.len == 0 || (!take_time(s, field, text, m) && !take_number(s, field, m)))
        return;
    bool zero = m->text[0] == '0' && m->text[1] == '\0';
    if (zero || strcmp(m->text, "8888") == 0) {
        /* systems write 0 where no arm was measured: nothing to tell */
        if (field != FIELD_MUAC || !zero)
            stage_remark(s, REASON_sentinel, field, STR(""));
        return;
    }
    const struct range *r = ranges;
    while (r->field != field)
        r++;
    m->given = in_unit(s, r, m);
}

void measure_z(struct stage *s, enum field field, struct measure *z)
{
    enum { LONGEST_Z = 4 }; /* digits before the mark; a NIK is no z-score */
    struct str text = s->row.field[field];
    z->given = false;
    z->text[0] = z->time_text[0] = '\0';
    struct number n = number_read(text, s->source.mark);
    if (n.state == NUMBER_MISSING || n.state == NUMBER_NA)
        return;
    if (n.state != NUMBER_VALUE || n.percent) {
        stage_remark_as(s, n.state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid, SEV_NOTE,
                        field, STR("z-skor berkas tidak dibaca"));
        return;
    }
    const char *decimal = n.decimal[0] ? n.decimal : n.grouped;
    if (strcspn(decimal, ".") > LONGEST_Z) {
        stage_remark_as(s, REASON_number_range, SEV_NOTE, field, STR("z-skor berkas tidak dibaca"));
        return;
    }
    z->given = true;
    z->text[0] = '-'; /* overwritten unless negative */
    memcpy(z->text + n.negative, decimal, NUMBER_SIZE - 1);
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
