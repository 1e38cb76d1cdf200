#include "forms.h"

#include "sample.h"

static const struct form_column recap_columns[] = {
    {ROLE_NO, 0, 0, "No"},
    {ROLE_DISTRICT, 0, 0, "Kecamatan"},
    {ROLE_PUSKESMAS, 0, 0, "Puskesmas"},
    {ROLE_VILLAGE, 0, 0, "Kelurahan"},
    {ROLE_NUMERATOR, 0, 0, 0},
    {ROLE_DENOMINATOR, 0, 0, 0},
    {ROLE_PERCENT, 0, 0, 0},
    {ROLE_END, 0, 0, 0},
};

static const struct form_column dinsos_columns[] = {
    {ROLE_NO, 0, 0, "No"},
    {ROLE_OTHER_ID, 0, 0, "ID Kecamatan"},
    {ROLE_DISTRICT, 0, 0, "Kecamatan"},
    {ROLE_OTHER_ID, 0, 0, "ID Puskesmas"},
    {ROLE_PUSKESMAS, 0, 0, "Nama Puskesmas"},
    {ROLE_OTHER_ID, 0, 0, "ID Desa BPS"},
    {ROLE_CODE, 0, 0, "ID Desa Kemendagri"},
    {ROLE_VILLAGE, 0, 0, "Nama Desa"},
    {ROLE_NUMERATOR, 0, 0, 0},
    {ROLE_DENOMINATOR, 0, 0, 0},
    {ROLE_PERCENT, 0, 0, 0},
    {ROLE_END, 0, 0, 0},
};

static const struct form_column disdik_columns[] = {
    {ROLE_NO, 0, 0, "No."},
    {ROLE_OTHER_ID, 0, 0, "ID_Kecamatan"},
    {ROLE_DISTRICT, 0, 0, "Kecamatan"},
    {ROLE_CODE, 0, 0, "Kode Desa/Kel\nKemendagri"},
    {ROLE_VILLAGE, 0, 0, "Nama Desa"},
    {ROLE_NUMERATOR, 0, 0, 0},
    {ROLE_DENOMINATOR, 0, 0, 0},
    {ROLE_PERCENT, 0, 0, 0},
    {ROLE_END, 0, 0, 0},
};

static const struct form_column pupr_columns[] = {
    {ROLE_DISTRICT, 0, "Kecamatan", ""},
    {ROLE_VILLAGE, 0, "Desa/Kelurahan", ""},
    {ROLE_NUMERATOR, 0, "AIR MINUM", "Jumlah RT akses air minum layak"},
    {ROLE_DENOMINATOR, 0, "AIR MINUM", "Jumlah RT"},
    {ROLE_PERCENT, 0, "AIR MINUM", "%"},
    {ROLE_NUMERATOR, 1, "SANITASI", "Jumlah RT akses sanitasi layak"},
    {ROLE_DENOMINATOR, 1, "SANITASI", "Jumlah RT"},
    {ROLE_PERCENT, 1, "SANITASI", "%"},
    {ROLE_END, 0, 0, 0},
};

static const struct form_column dukcapil_columns[] = {
    {ROLE_NO, 0, "NO", ""},
    {ROLE_CODE, 0, "KODE", ""},
    {ROLE_VILLAGE, 0, "WILAYAH", ""},
    {ROLE_DENOMINATOR, 0, "WAJIB AKTA", "(JML)"},
    {ROLE_NUMERATOR, 0, "MEMILIKI", "(JML)"},
    {ROLE_REST, 0, "BELUM MEMILIKI", "(JML)"},
    {ROLE_PERCENT, 0, "PERSEN", "(%)"},
    {ROLE_END, 0, 0, 0},
};

static const struct form_tab dinkes_tabs[] = {
    {"Remaja Putri 1", {"E01"}, 0.22, NULL},
    {"Remaja Putri 2", {"E02"}, 0.08, NULL},
    {"PUS 1", {"E03"}, 0.03, NULL},
    {"PUS 2", {"E04"}, 0.03, "calon PUS"},
    {"Bumil 1", {"E10"}, 0.02, NULL},
    {"Bumil 2", {"E11"}, 0.08, "ibu hamil"},
    {"Balita 1", {"E14"}, 0.04, NULL},
    {"Balita 2", {"E15"}, 0.11, NULL},
    {"Balita 3", {"E16"}, 0.01, NULL},
    {"Balita 4", {"E17"}, 0.38, NULL},
    {"Balita 5", {"E18"}, 0.04, NULL},
    {"Balita 6", {"E19"}, 0.08, NULL},
    {"Keluarga Beresiko 1", {"E20"}, 1.0, "keluarga"},
    {"Keluarga Beresiko 2", {"E21"}, 1.0, "keluarga"},
    {0},
};

static const struct form_tab dinsos_tabs[] = {
    {"PUS 5", {"E07"}, 0.18, "PUS miskin"},
    {"PUS 6", {"E08"}, 0.18, "PUS miskin"},
    {"PUS 7", {"E09"}, 0.10, NULL},
    {"Perlindungan Sosial 1", {"E28"}, 0.16, NULL},
    {"Perlindungan Sosial 2", {"E29"}, 0.07, NULL},
    {0},
};

static const struct form_tab dppkb_tabs[] = {
    {"PUS 3", {"E05"}, 0.03, "calon PUS"},        {"PUS 4", {"E12"}, 0.65, NULL},
    {"Bumil 3", {"E13"}, 0.08, "ibu hamil"},      {"Keluarga Beresiko 3", {"E23"}, 0.07, NULL},
    {"Keluarga Beresiko 4", {"E24"}, 0.35, NULL}, {0},
};

static const struct form_tab disdik_tabs[] = {
    {"Parenting ", {"L10"}, 0.15, NULL},
    {"Peserta Didik PAUD ", {"L11"}, 0.30, NULL},
    {0},
};

static const struct form_tab pupr_tabs[] = {{"Air dan Sanitasi", {"E26", "E27"}, 1.0, "rumah tangga"}, {0}};
static const struct form_tab dukcapil_tabs[] = {{"Akta Kelahiran", {"L19"}, 1.6, NULL}, {0}};

const struct coverage_form coverage_forms[] = {
    {.form = FORM_DINKES,
     .layout = "dinkes-cakupan",
     .folder = "dinkes",
     .file = "Cakupan Layanan Dinkes",
     .title = "CAKUPAN INDIKATOR ESENSIAL DINAS KESEHATAN",
     .columns = recap_columns,
     .tabs = dinkes_tabs},
    {.form = FORM_DINSOS,
     .layout = "dinsos-cakupan",
     .folder = "dinsos",
     .file = "Cakupan Bantuan Sosial",
     .title = "CAKUPAN INDIKATOR ESENSIAL DINAS SOSIAL",
     .columns = dinsos_columns,
     .tabs = dinsos_tabs},
    {.form = FORM_PUPR,
     .layout = "pupr-cakupan",
     .folder = "pupr",
     .file = "Air Minum dan Sanitasi",
     .title = "CAKUPAN AKSES AIR MINUM DAN SANITASI LAYAK",
     .columns = pupr_columns,
     .tabs = pupr_tabs,
     .two_levels = true,
     .blocks = true},
    {.form = FORM_DPPKB,
     .layout = "dppkb-cakupan",
     .folder = "dppkb",
     .file = "Cakupan Layanan DPPKB",
     .title = "CAKUPAN INDIKATOR ESENSIAL PENGENDALIAN PENDUDUK DAN KB",
     .columns = recap_columns,
     .tabs = dppkb_tabs},
    {.form = FORM_DISDIK,
     .layout = "disdik-cakupan",
     .folder = "disdik",
     .file = "Data PAUD dan Parenting",
     .title = "CAKUPAN LAYANAN PENDIDIKAN ANAK USIA DINI",
     .columns = disdik_columns,
     .tabs = disdik_tabs},
    {.form = FORM_DUKCAPIL,
     .layout = "dukcapil-akta",
     .folder = "dukcapil",
     .file = "Akta Kelahiran",
     .title = "KEPEMILIKAN AKTA KELAHIRAN ANAK USIA 0-18 TAHUN",
     .columns = dukcapil_columns,
     .tabs = dukcapil_tabs,
     .two_levels = true,
     .total_first = true,
     .thousands = true,
     .as_of = true},
    {0},
};
