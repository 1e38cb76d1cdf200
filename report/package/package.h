/* package.h - the review as open data: a folder with a CSV file for each table, and datapackage.json, which
 * explains them (Frictionless Data Package with Table Schema, and what Satu Data Indonesia asks for).
 *
 * What of the review may be published is decided in sql/report/open-*.sql, column by column and row by row
 * (doc/privacy.md). The same data gives the same bytes.
 */
#ifndef KP2S_REPORT_PACKAGE_H
#define KP2S_REPORT_PACKAGE_H

#include "data.h"
#include "sha.h"

enum { PACKAGE_TABLES = 24 };

struct package {
    PGresult *table[PACKAGE_TABLES]; /* NULL for what an edition was frozen without */
    PGresult *dictionary, *producers, *lineage;
};

/* A table: its name, which is its file's without .csv, and the view of bi whose columns these are. */
struct package_table {
    const char *name, *view, *sql;
    const char *key;   /* fields that identify a row, "region,indicator" */
    const char *empty; /* what stands for an empty code in its key: "subject=all,service=all" */
};
/* Ends with a NULL name. */
extern const struct package_table package_tables[PACKAGE_TABLES + 1];

/* Reads the tables in the snapshot of data_read(), into a package that begins as {0}. */
bool package_read(struct package *p, const struct data *data, struct pg *pg, struct err *e);
void package_done(struct package *package);
/* Writes the folder. */
bool package_write(const struct package *package, const struct data *data, const char *folder,
                   struct arena *a, struct err *e);

/* --- what the CSV files and their description share --- */

struct package_file {
    char hash[SHA_HEX];
    long long bytes;
};

/* The word for an empty value of this field; NULL when it stays empty. In the arena. */
const char *package_empty(const struct package_table *table, const char *field, struct arena *a);
/* Whether the comma-separated list has this word. */
bool package_has(const char *list, const char *word);
/* The table and field whose codes a field uses; false when it uses none. */
struct package_link {
    const char *field, *table, *target;
};
const struct package_link *package_link(const struct package_table *table, const char *field);
int package_find(const char *name);

/* datapackage.json; file[i] is what was written of package_tables[i]. */
void package_describe(struct out *o, const struct package *package, const struct data *data,
                      const struct package_file *file, struct arena *a);

#endif
