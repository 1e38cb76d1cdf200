#include "export.h"

#include "day.h"

#include <stdio.h>
#include <stdlib.h>

#define NBSP "\xC2\xA0"

/* clang-format off */
const char *const export_headings[COLUMNS] = {
    "No", "NIK", "Nama", "JK", "Tgl Lahir", "BB Lahir", "TB Lahir", "Nama Ortu", "Prov", "Kab/Kota", "Kec", "Pukesmas",
    "Desa/Kel", "Posyandu", "RT", "RW", "Alamat", "Usia Saat Ukur", "Tanggal Pengukuran", "Berat", "Tinggi",
    "Cara Ukur", "LiLA", "BB/U", "ZS BB/U", "TB/U", "ZS TB/U", "BB/TB", "ZS BB/TB", "Naik Berat Badan",
    "PMT Diterima (kg)", "Jml Vit A", "KPSP", "KIA",
};
/* clang-format on */

void export_put(struct export *x, int column, const char *text)
{
    line_text(&x->line, column, *text ? "%s" NBSP : "%s", text);
}

const char *export_tenths(int n, char text[32])
{
    snprintf(text, 32, n % 10 ? "%d.%d" : "%d", n / 10, n % 10);
    return text;
}

static void put_tenths(struct export *x, int column, int n)
{
    char text[32];
    if (x->text_only || x->g->ordinal % 2)
        export_put(x, column, export_tenths(n, text));
    else
        line_number(&x->line, column, n / 10.0);
}

/* Each office has its habit. */
void export_put_day(struct export *x, int column, int day)
{
    struct date d = day_date(day);
    char text[40];
    int habit = x->g->ordinal % 4;
    if (habit == 2 && !x->text_only) {
        line_date(&x->line, column, day_serial(day));
        return;
    }
    if (habit == 1)
        snprintf(text, sizeof text, "%02d/%02d/%d", d.day, d.month, d.year);
    else if (habit == 3)
        snprintf(text, sizeof text, "%d-%02d-%02d", d.day, d.month, d.year);
    else
        snprintf(text, sizeof text, "%d-%02d-%02d", d.year, d.month, d.day);
    export_put(x, column, text);
}

static void put_age(struct export *x, int days)
{
    char text[60];
    int months = (int)(days / 30.4375);
    snprintf(text, sizeof text, "%d Tahun - %d Bulan - %d Hari", months / 12, months % 12,
             days - (int)(months * 30.4375));
    export_put(x, COL_AGE, text);
}

const char *export_hundredths(long n, char text[32])
{
    long size = labs(n);
    snprintf(text, 32,
             size % 100 == 0  ? "%s%ld"
             : size % 10 == 0 ? "%s%ld.%ld"
                              : "%s%ld.%02ld",
             n < 0 ? "-" : "", size / 100, size % 10 == 0 ? size % 100 / 10 : size % 100);
    return text;
}

static void put_place(struct export *x, const struct village *v)
{
    char text[SPELL_LENGTH];
    export_put(x, COL_PROVINCE, spell_upper(x->s->province.name, text));
    export_put(x, COL_REGENCY, spell_upper(x->g->ordinal % 3 ? x->g->short_name : x->g->name, text));
    export_put(x, COL_DISTRICT, spell_upper(v->district->name, text));
    export_put(x, COL_PUSKESMAS, spell_upper(v->district->name, text));
    export_put(x, COL_VILLAGE, spell_upper(v->name, text));
    export_put(x, COL_POSYANDU, "Melati 1");
    line_text(&x->line, COL_RT, "%d", v->families % 7 + 1);
    line_text(&x->line, COL_RW, "%d", v->families % 3 + 1);
    export_put(x, COL_ADDRESS, "-");
}

static const char *position_word(const struct child *c)
{
    return c->position == 'l' ? "Terlentang" : c->position == 'h' ? "Berdiri" : "-";
}

void export_put_child(struct export *x, const struct child *c)
{
    static const int dashes[] = {COL_WA,  COL_WAZ, COL_HA,   COL_HAZ, COL_WH,
                                 COL_WHZ, COL_PMT, COL_KPSP, COL_KIA};
    char text[32], no[16];
    long haz = 0;
    snprintf(no, sizeof no, "%d" NBSP ".", x->where.row - EXPORT_FIRST_ROW + 1);
    export_put(x, COL_NO, no);
    export_put(x, COL_NIK, c->nik);
    export_put(x, COL_NAME, c->name);
    export_put(x, COL_SEX, c->girl ? "P" : "L");
    export_put_day(x, COL_BORN, c->born);
    put_tenths(x, COL_BIRTH_WEIGHT, 31);
    put_tenths(x, COL_BIRTH_LENGTH, 490);
    export_put(x, COL_PARENT, c->parent);
    put_place(x, c->village);
    put_age(x, c->measured - c->born);
    export_put_day(x, COL_MEASURED, c->measured);
    put_tenths(x, COL_WEIGHT, c->weight);
    put_tenths(x, COL_HEIGHT, c->height);
    export_put(x, COL_POSITION, position_word(c));
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        export_put(x, dashes[i], "-");
    if (c->muac)
        put_tenths(x, COL_MUAC, c->muac);
    else
        export_put(x, COL_MUAC, "-");
    if (child_haz(x->s, c, &haz)) {
        export_put(x, COL_HAZ, export_hundredths(haz, text));
        export_put(x, COL_HA, haz < -300 && x->g->ordinal % 2 ? "Sangat Pendek" : child_status(haz));
    }
    export_put(x, COL_GAIN, "N");
    export_put(x, COL_VITAMIN_A, "1");
}

void export_remark(struct export *x, int column, enum reason reason)
{
    char cell[16];
    truth_remark(&x->s->truth, &x->where, book_address(column, x->where.row, cell), reason);
}

void export_accept(struct export *x, const struct child *c, const char *reported)
{
    char age[16], weight[32] = "", height[32] = "", muac[32] = "", haz_text[32] = "", period[16], day[16],
                  plain[32] = "";
    char puskesmas[SPELL_LENGTH];
    struct date d = day_date(c->measured);
    long haz = 0;
    const char *status = "";
    snprintf(age, sizeof age, "%d", c->measured - c->born);
    snprintf(period, sizeof period, "%d-%02d", d.year, d.month);
    snprintf(day, sizeof day, "%d-%02d-%02d", d.year, d.month, d.day);
    export_tenths(c->weight, weight);
    if (c->has_height)
        export_tenths(c->height, height);
    if (c->muac)
        export_tenths(c->muac, muac);
    if (child_haz(x->s, c, &haz)) {
        snprintf(haz_text, sizeof haz_text, "%s%ld.%02ld", haz < 0 ? "-" : "", labs(haz) / 100,
                 labs(haz) % 100);
        export_hundredths(haz, plain);
        bool believed = labs(haz) <= 600;
        status = believed ? child_status(haz) : "";
        if (believed && c->measured - c->born <= CHILD_OLDEST)
            review_child(&x->s->review, x->g, haz);
    }
    truth_record(&x->s->truth, KIND_MEASUREMENT, &x->where, "", c->village->code,
                 spell_upper(c->village->district->name, puskesmas), period, day, c->girl ? "P" : "L", age,
                 weight, height,
                 c->position == 'l'   ? "l"
                 : c->position == 'h' ? "h"
                                      : "",
                 muac, haz_text, status, reported ? reported : plain, (char *)NULL);
}
