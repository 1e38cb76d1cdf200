/* The newer e-PPGBM export: other headings in another order, and columns that are not read. Without faults.
 */
#include "export.h"

#include <stdio.h>

/* column: of the older export, whose cells stand here as well; 0: text in all rows. */
static const struct {
    const char *heading;
    int column;
    const char *text;
} columns[] = {
    {"No", COL_NO, NULL},
    {"Nama Anak", COL_NAME, NULL},
    {"Jenis Kelamin", COL_SEX, NULL},
    {"Tanggal Lahir", COL_BORN, NULL},
    {"NIK", COL_NIK, NULL},
    {"Nomor KK", 0, ""},
    {"Anak Ke", 0, "1"},
    {"Nama Orang Tua (Ibu/Ayah)", COL_PARENT, NULL},
    {"NIK Orang Tua", 0, "-"},
    {"No HP Orang Tua", 0, "-"},
    {"Provinsi", COL_PROVINCE, NULL},
    {"Kabupaten/Kota", COL_REGENCY, NULL},
    {"Kecamatan", COL_DISTRICT, NULL},
    {"Puskesmas", COL_PUSKESMAS, NULL},
    {"Desa/Kelurahan", COL_VILLAGE, NULL},
    {"Posyandu", COL_POSYANDU, NULL},
    {"Usia Kehamilan (minggu)", 0, "38"},
    {"Berat Lahir - Sasaran (kg)", COL_BIRTH_WEIGHT, NULL},
    {"Panjang Lahir - Sasaran (cm)", COL_BIRTH_LENGTH, NULL},
    {"Lingkar Kepala Lahir (cm)", 0, "0"},
    {"IMD", 0, "Ya"},
    {"Tanggal Pengukuran", COL_MEASURED, NULL},
    {"Berat (kg)", COL_WEIGHT, NULL},
    {"Tinggi (cm)", COL_HEIGHT, NULL},
    {"Cara Ukur", COL_POSITION, NULL},
    {"LiLA (cm)", COL_MUAC, NULL},
    {"BB/U", COL_WA, NULL},
    {"ZS BB/U", COL_WAZ, NULL},
    {"TB/U", COL_HA, NULL},
    {"ZS TB/U", COL_HAZ, NULL},
    {"BB/TB", COL_WH, NULL},
    {"ZS BB/TB", COL_WHZ, NULL},
    {"Kelas Ibu Balita", 0, "Tidak"},
    {"MBG", 0, "Tidak"},
};

enum { NEW_COLUMNS = sizeof columns / sizeof *columns };

static void write_row(struct export *x, struct line *l)
{
    book_row(x->book, x->where.row++, l);
    line_clear(l);
}

static void write_child(struct export *x, const struct village *v, struct line *row)
{
    struct child c = child_draw(x->s, &x->rng, x->g, v);
    export_put_child(x, &c);
    for (int i = 0; i < NEW_COLUMNS; i++) {
        line_text(row, i + 1, "%s", columns[i].text ? columns[i].text : "");
        if (columns[i].column)
            row->cell[i] = x->line.cell[columns[i].column - 1];
    }
    export_accept(x, &c, NULL);
    write_row(x, row);
    line_clear(&x->line);
}

bool measure_write_new(struct sample *s, const struct regency *g, struct err *e)
{
    static struct line row; /* large */
    char label[80], file[200];
    snprintf(file, sizeof file, "SIGIZI %s Agustus %d.xlsx", place_label(g, label), s->year);
    struct book *book = sample_open(s, "dinkes", file, BOOK_XLSX, e);
    if (!book)
        return false;
    struct export x = {.s = s,
                       .g = g,
                       .book = book,
                       .rng = rng_of(s->seed, "sigizi %s", g->code),
                       .where = {file, "Sheet1", 1}};
    book_sheet(book, "Sheet1");
    line_text(&row, 1, "Data Tanggal : %d-08-31 22:01:42", s->year);
    write_row(&x, &row);
    for (int i = 0; i < NEW_COLUMNS; i++)
        line_text(&row, i + 1, "%s", columns[i].heading);
    write_row(&x, &row);
    for (size_t i = 0; i < g->villages; i++)
        for (int k = 0; k < s->children; k++)
            write_child(&x, &g->village[i], &row);
    return book_close(book, e);
}
