/* datapackage.json: what a package of open data holds, by the comments of the views it was read from. */
#include "json.h"
#include "package.h"

#include <string.h>

/* --- texts that no view has: of the table of metadata, and what was left out --- */

static const struct text {
    const char *field, *indonesian, *english;
} metadata[] = {
    {"", "Metadata indikator (MS-Indikator) setiap indikator yang berlaku pada tahun kinerja",
     "Statistical metadata (MS-Indikator) of each indicator that held in the performance year"},
    {"indicator", "Kode indikator", "Code of the indicator"},
    {"version", "Versi definisi", "Version of the definition"},
    {"nama", "Nama indikator", "Name of the indicator"},
    {"konsep", "Konsep: kelompok yang diukurnya", "Concept: the group of things it measures"},
    {"definisi", "Definisi", "Definition"},
    {"interpretasi", "Cara membacanya", "How to read it"},
    {"ukuran", "Ukuran", "Measure"},
    {"satuan", "Satuan", "Unit"},
    {"rumus", "Cara menghitungnya untuk wilayah mana pun", "How it is computed of any region"},
    {"klasifikasi", "Klasifikasi penyajian", "Classification by which it is shown"},
    {"komposit", "true: disusun dari indikator lain", "true: made of other indicators"},
    {"level_estimasi", "Tingkat wilayah yang diterbitkan", "Levels of regions that are published"},
    {"produsen", "Kode instansi produsen data: pembilang; penyebut",
     "Agencies that produce it: numerator; denominator"},
    {"referensi", "Sumber definisi", "Source of the definition"},
};

static const struct note {
    const char *table, *indonesian, *english;
} notes[] = {
    {"coverage-lokus",
     "Tanpa kecamatan dan desa. Rincian desa lokus dan desa lain suatu indikator tidak diterbitkan bila "
     "ada sel kecil di dalamnya.",
     "Without kecamatan and villages. An indicator is not split into priority villages and others where a "
     "part holds a small cell."},
    {"prevalence",
     "Tanpa kecamatan dan desa (lihat published). Ukuran yang memuat sel kecil di salah satu kabupaten/kota "
     "tidak diterbitkan bagi semuanya.",
     "Without kecamatan and villages (see published). A measure with a small cell in one kabupaten/kota is "
     "given of none."},
    {"convergence",
     "Tanpa kecamatan dan desa (lihat published). Baris per layanan, dan baris semua layanan, tidak "
     "diterbitkan bila salah satunya memuat sel kecil.",
     "Without kecamatan and villages (see published). Rows of services, and rows of all services, are not "
     "given when one holds a small cell."},
    {"movement", "Hanya cakupan.", "Coverage only."},
    {"submission", "Tanpa nama berkas.", "Without the names of the files."},
};

/* --- words of the dictionary --- */

static const char *explanation(const struct package *p, const struct package_table *table, const char *field,
                               const char *what)
{
    if (!*table->view) {
        for (size_t i = 0; i < sizeof metadata / sizeof *metadata; i++)
            if (strcmp(metadata[i].field, field) == 0)
                return strcmp(what, "comment") == 0      ? metadata[i].indonesian
                       : strcmp(what, "comment_en") == 0 ? metadata[i].english
                                                         : "";
        BUG(field);
    }
    const PGresult *d = p->dictionary;
    int view = PQfnumber(d, "relation"), column = PQfnumber(d, "column_name");
    for (int i = 0; i < PQntuples(d); i++)
        if (strcmp(PQgetvalue(d, i, view), table->view) == 0 && strcmp(PQgetvalue(d, i, column), field) == 0)
            return PQgetvalue(d, i, PQfnumber(d, what));
    BUG(field);
}

/* The comment, and what else is to be known of it here. */
static void put_description(struct json *j, const char *key, const char *comment, const char *more,
                            struct arena *a)
{
    json_text(j, key, arena_printf(a, "%s%s%s", comment, *more ? ". " : "", more).ptr);
}

/* --- a table --- */

static const char *type_of(const PGresult *rows, int field)
{
    switch (PQftype(rows, field)) { /* numbers of PostgreSQL's types */
    case 16:
        return "boolean";
    case 20:
    case 21:
    case 23:
        return "integer";
    case 1082:
        return "date";
    case 1700:
        return "number";
    default:
        return "string";
    }
}

static void put_field(struct json *j, const struct package *p, const struct package_table *table,
                      const PGresult *rows, int field, struct arena *a)
{
    const char *name = PQfname(rows, field), *empty = package_empty(table, name, a);
    const char *indonesian = "", *english = "";
    if (empty) {
        indonesian = arena_printf(a, "Kosong ditulis %s", empty).ptr;
        english = arena_printf(a, "Empty is written %s", empty).ptr;
    }
    json_open(j, NULL, '{');
    json_text(j, "name", name);
    json_text(j, "type", type_of(rows, field));
    put_description(j, "description", explanation(p, table, name, "comment"), indonesian, a);
    put_description(j, "description_en", explanation(p, table, name, "comment_en"), english, a);
    json_some(j, "unit", explanation(p, table, name, "unit"));
    json_some(j, "source", explanation(p, table, name, "source"));
    if (package_has(table->key, name)) {
        json_open(j, "constraints", '{');
        json_bool(j, "required", true);
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void put_link(struct json *j, const struct package_link *link)
{
    json_open(j, NULL, '{');
    json_text(j, "fields", link->field);
    json_open(j, "reference", '{');
    json_text(j, "resource", link->table);
    json_text(j, "fields", link->target);
    json_close(j, '}');
    json_close(j, '}');
}

static void put_schema(struct json *j, const struct package *p, const struct package_table *table,
                       const PGresult *rows, struct arena *a)
{
    int links = 0;
    json_open(j, "schema", '{');
    json_open(j, "fields", '[');
    for (int i = 0; i < PQnfields(rows); i++) {
        put_field(j, p, table, rows, i, a);
        links += package_link(table, PQfname(rows, i)) != NULL;
    }
    json_close(j, ']');
    json_open(j, "missingValues", '[');
    json_text(j, NULL, "");
    json_close(j, ']');
    json_open(j, "primaryKey", '[');
    for (struct str rest = str_c(table->key); rest.len > 0;)
        json_text(j, NULL, arena_cstr(a, str_cut(&rest, ',')));
    json_close(j, ']');
    if (links > 0) {
        json_open(j, "foreignKeys", '[');
        for (int i = 0; i < PQnfields(rows); i++) {
            const struct package_link *link = package_link(table, PQfname(rows, i));
            if (link)
                put_link(j, link);
        }
        json_close(j, ']');
    }
    json_close(j, '}');
}

static void put_dialect(struct json *j)
{
    json_open(j, "dialect", '{');
    json_text(j, "delimiter", ",");
    json_text(j, "lineTerminator", "\n");
    json_text(j, "quoteChar", "\"");
    json_bool(j, "doubleQuote", true);
    json_bool(j, "skipInitialSpace", false);
    json_bool(j, "header", true);
    json_close(j, '}');
}

static void put_table(struct json *j, const struct package *p, int at, const struct package_file *file,
                      struct arena *a)
{
    const struct package_table *table = &package_tables[at];
    const PGresult *rows = p->table[at];
    const char *indonesian = "", *english = "";
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        if (strcmp(notes[i].table, table->name) != 0)
            continue;
        indonesian = notes[i].indonesian;
        english = notes[i].english;
    }
    json_open(j, NULL, '{');
    json_text(j, "profile", "tabular-data-resource");
    json_text(j, "name", table->name);
    json_text(j, "path", arena_printf(a, "%s.csv", table->name).ptr);
    put_description(j, "description", explanation(p, table, "", "comment"), indonesian, a);
    put_description(j, "description_en", explanation(p, table, "", "comment_en"), english, a);
    json_text(j, "format", "csv");
    json_text(j, "mediatype", "text/csv");
    json_text(j, "encoding", "utf-8");
    json_number(j, "bytes", arena_printf(a, "%lld", file->bytes).ptr);
    json_text(j, "hash", arena_printf(a, "sha256:%s", file->hash).ptr);
    json_number(j, "rows", arena_printf(a, "%d", PQntuples(rows)).ptr);
    put_dialect(j);
    put_schema(j, p, table, rows, a);
    json_close(j, '}');
}

/* --- the package --- */

static void put_head(struct json *j, const struct data *d, struct arena *a)
{
    const char *province = data_text(d, SET_HEAD, 0, "province_name");
    json_text(j, "profile", "tabular-data-package");
    json_text(j, "name", arena_printf(a, "kp2s-reviu-%s-%s", d->province, d->year).ptr);
    json_text(j, "title",
              arena_printf(
                  a, "Reviu kinerja tahunan konvergensi pencegahan stunting, Provinsi %s, tahun kinerja %s",
                  province, d->year)
                  .ptr);
    json_text(j, "title_en",
              arena_printf(a,
                           "Annual performance review of convergence against stunting, province of %s, "
                           "performance year %s",
                           province, d->year)
                  .ptr);
    json_open(j, "keywords", '[');
    static const char *const keywords[] = {"stunting", "konvergensi", "8 aksi", "reviu kinerja",
                                           "cakupan layanan"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        json_text(j, NULL, keywords[i]);
    json_close(j, ']');
}

static void put_instrument(struct json *j, const struct data *d)
{
    json_open(j, "instrument", '{');
    json_text(j, "id", data_text(d, SET_HEAD, 0, "instrument"));
    json_text(j, "name", data_text(d, SET_HEAD, 0, "name"));
    json_text(j, "source", data_text(d, SET_HEAD, 0, "source"));
    json_bool(j, "confirmed", data_true(d, SET_HEAD, 0, "confirmed"));
    json_close(j, '}');
}

static void put_edition(struct json *j, const struct data *d)
{
    json_open(j, "edition", '{');
    json_bool(j, "frozen", d->edition != NULL);
    if (d->edition) {
        json_number(j, "number", data_text(d, SET_EDITION, 0, "number"));
        json_text(j, "status", data_text(d, SET_EDITION, 0, "status"));
        json_text(j, "checksum", data_text(d, SET_EDITION, 0, "checksum"));
        json_bool(j, "in_force", data_true(d, SET_EDITION, 0, "in_force"));
        json_some(j, "decree", data_text(d, SET_EDITION, 0, "decree"));
    }
    json_close(j, '}');
}

static void put_lineage(struct json *j, const PGresult *lineage)
{
    json_open(j, "lineage", '{');
    json_number(j, "submissions", PQgetvalue(lineage, 0, PQfnumber(lineage, "submissions")));
    json_number(j, "files", PQgetvalue(lineage, 0, PQfnumber(lineage, "files")));
    json_text(j, "hash", PQgetvalue(lineage, 0, PQfnumber(lineage, "fingerprint")));
    json_text(j, "hash_of", "SHA-256 of the sorted list of the files' SHA-256, one a line");
    json_close(j, '}');
}

static void put_producers(struct json *j, const PGresult *producers, const char *key, const char *code,
                          const char *name)
{
    json_open(j, key, '[');
    for (int i = 0; i < PQntuples(producers); i++) {
        json_open(j, NULL, '{');
        if (code)
            json_text(j, code, PQgetvalue(producers, i, PQfnumber(producers, "agency")));
        json_text(j, name, PQgetvalue(producers, i, PQfnumber(producers, "agency_name")));
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* What Perpres 39/2019 asks of data that are shared, and where in the package it is. */
static void put_satu_data(struct json *j, const struct package *p, const struct data *d)
{
    json_open(j, "satu_data", '{');
    json_text(j, "dasar",
              "Perpres 39/2019 tentang Satu Data Indonesia; Peraturan BPS 5/2020 tentang Petunjuk Teknis "
              "Metadata Statistik");
    json_text(j, "judul", "Reviu kinerja tahunan konvergensi pencegahan stunting");
    json_text(j, "cara_pengumpulan", "kompilasi produk administrasi");
    json_text(j, "kode_wilayah", d->province);
    json_text(j, "wilayah", data_text(d, SET_HEAD, 0, "province_name"));
    json_text(j, "periode", d->year);
    json_text(j, "standar_data", "indicator-metadata: konsep, definisi, klasifikasi, ukuran, satuan");
    json_text(j, "metadata", "indicator-metadata: indikator; schema.fields setiap tabel: variabel");
    json_text(j, "kode_referensi",
              "region: kode wilayah Kemendagri; indicator: kode indikator; instrument: butir penilaian");
    json_text(j, "interoperabilitas", "CSV (RFC 4180) UTF-8, Frictionless Data Package");
    put_producers(j, p->producers, "produsen_data", "kode", "nama");
    json_close(j, '}');
}

void package_describe(struct out *o, const struct package *package, const struct data *data,
                      const struct package_file *file, struct arena *a)
{
    struct json j = {.out = o};
    json_open(&j, NULL, '{');
    put_head(&j, data, a);
    put_edition(&j, data);
    put_lineage(&j, package->lineage);
    put_instrument(&j, data);
    put_satu_data(&j, package, data);
    put_producers(&j, package->producers, "sources", NULL, "title");
    json_open(&j, "resources", '[');
    for (int i = 0; package_tables[i].name; i++)
        if (package->table[i])
            put_table(&j, package, i, &file[i], a);
    json_close(&j, ']');
    json_close(&j, '}');
}
