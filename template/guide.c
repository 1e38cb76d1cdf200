/* The sheet of instructions: how the form is filled in, and for each column what it means, what may stand in
 * it, and whom to ask. */
#include "rule.h"
#include "write.h"

enum { A4 = 9, COLUMNS = 5 };

static const double widths[COLUMNS] = {18, 34, 50, 50, 28};

struct guide {
    struct writer *w;
    lxw_worksheet *out;
    long row;
};

struct meaning {
    struct str what, ask;
};

/* Columns of which the catalogue has nothing to say. */
static struct str general(const struct form *f, const struct form_column *c)
{
    static const struct {
        const char *field, *what;
    } words[] = {
        {"province", "Provinsi"},
        {"regency", "Kabupaten/kota"},
        {"district", "Kecamatan"},
        {"puskesmas", "Puskesmas yang melayani"},
        {"village", "Desa/kelurahan menurut daftar kode wilayah Kemendagri"},
        {"kemendagri_code", "Kode desa/kelurahan Kemendagri"},
        {"nik", "Nomor induk kependudukan orang yang dicatat"},
        {"kk", "Nomor kartu keluarga orang itu"},
        {"name", "Nama lengkap"},
        {"parent", "Nama orang tua"},
        {"sex", "Jenis kelamin"},
        {"birth_date", "Tanggal lahir"},
        {"measured_on", "Tanggal anak diukur"},
        {"weight", "Berat badan, kilogram"},
        {"height", "Panjang atau tinggi badan, sentimeter"},
        {"position", "Cara mengukur panjang/tinggi badan"},
        {"muac", "Lingkar lengan atas, sentimeter"},
        {"oedema", "Ada edema (bengkak) gizi buruk"},
        {"item", "Kode butir penilaian"},
        {"grade", "Nilai kabupaten/kota pada butir ini"},
        {"figure", "Angka kabupaten/kota pada butir ini"},
        {"remark", "Keterangan atas nilai"},
        {"document", "Nama dokumen bukti"},
        {"sha256", "SHA-256 isi dokumen, dari daftar kp2s-evidence atau program sha256sum"},
        {"bytes", "Ukuran dokumen"},
        {"period", "Periode data"},
        {"year", "Tahun data"},
        {"indicator", "Indikator yang dilaporkan"},
        {"age_group", "Kelompok umur"},
        {"service", "Layanan yang diterima"},
        {"subject", "Sasaran layanan"},
        {"numerator", "Pembilang, atau jumlah untuk indikator tanpa penyebut"},
        {"denominator", "Penyebut"},
        {"reported", "Persentase menurut pengirim"},
        {"state", "Diterima atau tidak"},
    };
    if (c->field == FORM_NUMBER)
        return STR("Nomor urut");
    if (c->field == FORM_ITEM)
        return STR("Apa yang dinilai");
    if (c->field == FORM_FILTER)
        return c->filter->skip ? STR("Dibiarkan kosong") : STR("Hanya baris dengan isian ini yang dibaca");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (form_is(f, c, words[i].field))
            return str_c(words[i].what);
    return STR("");
}

static struct meaning meaning_of(const struct form *f, const struct form_column *c, struct arena *a)
{
    const struct catalogue *cat = f->catalogue;
    const struct indicator *in = form_indicator(f, c);
    const struct service *service = catalogue_service(cat, form_constant(f, c->group, "service"));
    struct meaning m = {general(f, c), catalogue_agency(cat, f->layout->agency)};
    bool numerator = form_is(f, c, "numerator");
    if (in && numerator && !str_is(in->type, "ratio")) {
        m.what = arena_printf(a, "%.*s %.*s (%.*s), satuan %.*s", STR_ARG(in->code), STR_ARG(in->name),
                              STR_ARG(in->numerator), STR_ARG(in->unit));
        m.ask = catalogue_agency(cat, in->numerator_owner);
    } else if (in && (numerator || form_is(f, c, "denominator"))) {
        struct str definition = numerator ? in->numerator : in->denominator;
        m.what = arena_printf(a, "%s %.*s (%.*s): jumlah %.*s", numerator ? "Pembilang" : "Penyebut",
                              STR_ARG(in->code), STR_ARG(in->name), STR_ARG(definition));
        m.ask = catalogue_agency(cat, numerator ? in->numerator_owner : in->denominator_owner);
    } else if (in && form_is(f, c, "reported")) {
        m.what = arena_printf(a, "%.*s (%.*s), satuan %.*s", STR_ARG(in->code), STR_ARG(in->name),
                              STR_ARG(in->unit));
    } else if (service && form_is(f, c, "state")) {
        m.what = arena_printf(a, "Layanan %.*s: %.*s", STR_ARG(service->code), STR_ARG(service->name));
    }
    return m;
}

static void put(struct guide *g, int column, struct str text, lxw_format *format)
{
    writer_text(g->w, g->out, g->row, column, text, format);
}

static void put_line(struct guide *g, struct str text)
{
    put(g, 0, text, NULL);
    g->row++;
}

/* --- the parts of the sheet --- */

static void write_head(struct guide *g)
{
    const struct form *f = g->w->form;
    const struct layout *l = f->layout;
    struct arena *a = g->w->arena;
    static const char *const rules[] = {
        "1. Isi sel kuning saja. Judul kolom, wilayah dan persentase terkunci: jangan menambah, menghapus "
        "atau "
        "memindahkan kolom dan lembar.",
        "2. Isian diperiksa saat diketik dengan aturan yang sama dengan saat dimuat; yang tidak sesuai "
        "ditolak "
        "Excel. Menempel (paste) melewati pemeriksaan itu: tempel nilai saja, lalu periksa.",
        "3. Simpan sebagai .xlsx dan kirim kembali; nama berkas boleh apa saja.",
    };
    static const char *const of_rows[] = {
        [ROWS_PLACES] =
            "4. Satu baris untuk setiap wilayah, tidak boleh kurang. Kosong berarti tidak ada data, "
            "0 berarti dihitung dan tidak ada, TS berarti tidak berlaku.",
        [ROWS_BLANK] =
            "4. Isi mulai dari baris pertama, satu baris untuk setiap orang atau setiap hal yang dilaporkan; "
            "baris yang tidak terpakai dibiarkan kosong. Sel jingga pada baris yang sudah dimulai masih "
            "harus "
            "diisi.",
        [ROWS_ITEMS] = "4. Isi nama penilai dan perannya di atas tabel. Satu berkas untuk setiap penilai.",
    };
    put(g, 0, STR("PETUNJUK PENGISIAN"), g->w->title);
    g->row++;
    put(g, 0,
        arena_printf(a, "%.*s — %.*s, %.*s", STR_ARG(l->title), STR_ARG(f->places->name[f->places->level]),
                     STR_ARG(f->span->name)),
        NULL);
    g->row++;
    put(g, 0,
        arena_printf(a, "Formulir %.*s versi %.*s; dikirim oleh %.*s", STR_ARG(l->id), STR_ARG(l->version),
                     STR_ARG(catalogue_agency(f->catalogue, l->agency))),
        NULL);
    g->row += 2;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++, g->row++)
        put(g, 0, str_c(rules[i]), NULL);
    put(g, 0, str_c(of_rows[f->rows]), NULL);
    g->row++;
    if (f->asks_period)
        put_line(g, arena_printf(a, "Formulir ini tidak menyebut periodenya: pilih %.*s saat mengirimnya.",
                                 STR_ARG(f->span->name)));
    for (size_t i = 0; i < f->titles && f->rows != ROWS_ITEMS; i++)
        if (f->title[i].text.len == 0)
            put_line(g,
                     arena_printf(a, "Isi juga sel kuning di atas tabel: %.*s", STR_ARG(f->title[i].label)));
    g->row++;
}

/* High enough for the longest text of the row, wrapped: LibreOffice does not see to it. */
static void set_height(struct guide *g, const struct str *text)
{
    enum { LINE = 15 };
    size_t lines = 1;
    for (int i = 0; i < COLUMNS; i++) {
        size_t needed = text[i].len / (size_t)(widths[i] - 4) + 1;
        lines = needed > lines ? needed : lines;
    }
    writer_note(g->w, worksheet_set_row(g->out, (lxw_row_t)g->row, (double)lines * LINE, NULL));
}

static void write_column(struct guide *g, const struct form_sheet *s, size_t i)
{
    const struct form *f = g->w->form;
    const struct form_column *c = &s->column[i];
    struct meaning m = meaning_of(f, c, g->w->arena);
    struct rule r = rule_of(f, s, i, f->heading_row + f->layout->rows + 1, g->w->arena);
    struct str path = STR("");
    for (long level = 0; level < c->depth; level++)
        path = arena_printf(g->w->arena, "%.*s%s%.*s", STR_ARG(path), level ? " > " : "",
                            STR_ARG(c->path[level]));
    bool always = r.needed && r.instead.len == 0;
    struct str rule =
        str_trim(arena_printf(g->w->arena, "%s%.*s", always ? "Wajib. " : "", STR_ARG(r.demand)));
    const struct str text[COLUMNS] = {s->name, path, m.what, rule, m.ask};
    for (int column = 0; column < COLUMNS; column++)
        put(g, column, text[column], g->w->wrapped);
    set_height(g, text);
    g->row++;
}

/* The columns of a group that repeats are told of once. */
static bool told(const struct form_sheet *s, size_t i)
{
    for (size_t k = 0; k < i && s->column[i].group && s->column[i].group->repeats; k++)
        if (s->column[k].field == s->column[i].field)
            return true;
    return false;
}

void guide_write(struct writer *w)
{
    static const char *const headings[COLUMNS] = {"Lembar", "Kolom", "Arti", "Aturan isian",
                                                  "Ditanyakan kepada"};
    struct guide g = {.w = w, .out = workbook_add_worksheet(w->workbook, "Petunjuk")};
    if (!g.out) {
        writer_note(w, LXW_ERROR_SHEETNAME_ALREADY_USED);
        return;
    }
    write_head(&g);
    for (int i = 0; i < COLUMNS; i++) {
        writer_note(w, worksheet_set_column(g.out, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL));
        put(&g, i, str_c(headings[i]), w->heading);
    }
    g.row++;
    for (size_t s = 0; s < w->form->sheets; s++)
        for (size_t i = 0; i < w->form->sheet[s].columns; i++)
            if (!told(&w->form->sheet[s], i))
                write_column(&g, &w->form->sheet[s], i);
    worksheet_set_landscape(g.out);
    worksheet_set_paper(g.out, A4);
    worksheet_fit_to_pages(g.out, 1, 0);
    worksheet_protect(g.out, NULL, NULL);
}
