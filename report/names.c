#include "names.h"
#include "words.h"

#include <string.h>

/* What a code of the warehouse is called; the code itself where nobody named it. */
struct named {
    const char *code, *name[2];
};

static const char *named(const struct named *names, size_t n, const char *code)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i].code, code) == 0)
            return names[i].name[words_lang()];
    return code;
}
#define NAMED(names, code) named(names, sizeof(names) / sizeof *(names), code)

static const struct named parts[] = {
    {"1", {"1 Peringkat", "1 Ranks"}},
    {"2", {"2 Nilai", "2 Scores"}},
    {"3", {"3 Angka", "3 Figures"}},
    {"4", {"4 Desa dan kecamatan", "4 Villages and districts"}},
    {"5", {"5 Data dan definisi", "5 Data and definitions"}},
};

static const struct named views[] = {
    {"review_ranking", {"Peringkat", "Ranking"}},
    {"review_award", {"Penghargaan", "Awards"}},
    {"review_assessment", {"Nilai Aksi", "Scores of Actions"}},
    {"review_evidence", {"Bukti", "Evidence"}},
    {"review_score", {"Nilai menurut instrumen", "Scores of the instrument"}},
    {"review_trend", {"Peringkat dan tahun lalu", "Ranking and last year"}},
    {"review_coverage", {"Cakupan", "Coverage"}},
    {"review_coverage_region", {"Cakupan menurut wilayah", "Coverage by region"}},
    {"review_prevalence", {"Status gizi", "Nutrition"}},
    {"review_prevalence_region", {"Status gizi menurut wilayah", "Nutrition by region"}},
    {"review_convergence", {"Konvergensi", "Convergence"}},
    {"review_convergence_region", {"Konvergensi menurut wilayah", "Convergence by region"}},
    {"review_survey", {"Hasil survei", "Survey results"}},
    {"review_aspect", {"Terkuat dan terlemah", "Strongest and weakest"}},
    {"review_aspect_village", {"Desa penyebab", "Villages behind it"}},
    {"review_peer", {"Tempat belajar", "Where to learn"}},
    {"review_movement", {"Angka dan tahun lalu", "Figures and last year"}},
    {"review_agency", {"Kiriman menurut instansi", "Submissions by agency"}},
    {"review_submission_due", {"Ketepatan waktu", "Punctuality"}},
    {"review_completeness", {"Kelengkapan", "Completeness"}},
    {"review_submission", {"Kiriman", "Submissions"}},
    {"review_remark", {"Catatan", "Remarks"}},
    {"review_checked", {"Pemeriksaan", "Checks"}},
    {"finding", {"Temuan", "Findings"}},
    {"review_head", {"Reviu", "Review"}},
    {"review_instrument", {"Instrumen", "Instrument"}},
    {"review_indicator", {"Definisi indikator", "Definitions of indicators"}},
    {"review_target", {"Target", "Targets"}},
    {"review_region", {"Wilayah", "Regions"}},
};

static const struct named fields[] = {
    {"", {"baris", "row"}},
    {"rank", {"peringkat", "rank"}},
    {"rank_before", {"peringkat tahun lalu", "rank last year"}},
    {"score", {"nilai", "score"}},
    {"score_before", {"nilai tahun lalu", "score last year"}},
    {"score_change", {"selisih nilai", "change of the score"}},
    {"score_percent", {"nilai (% maksimum)", "score (% of maximum)"}},
    {"score_percent_before", {"nilai tahun lalu (%)", "score last year (%)"}},
    {"score_percent_change", {"selisih nilai (%)", "change of the score (%)"}},
    {"score_printed", {"nilai tertulis", "score in print"}},
    {"score_max", {"nilai tertinggi", "highest score"}},
    {"raw", {"nilai sebelum dibakukan", "raw score"}},
    {"contribution", {"sumbangan", "contribution"}},
    {"maximum", {"nilai tertinggi", "maximum"}},
    {"missing", {"tanpa data", "no data"}},
    {"aksi", {"komponen Aksi", "component Actions"}},
    {"cakupan", {"komponen cakupan", "component coverage"}},
    {"konvergensi", {"komponen konvergensi", "component convergence"}},
    {"prevalensi", {"komponen prevalensi", "component prevalence"}},
    {"data", {"komponen data", "component data"}},
    {"grades", {"nilai para penilai", "grades"}},
    {"sha256", {"SHA-256 dokumen", "SHA-256 of the document"}},
    {"bytes", {"ukuran dokumen (byte)", "size of the document (bytes)"}},
    {"finding", {"temuan", "finding"}},
    {"sentence", {"kalimat temuan", "sentence of the finding"}},
    {"requirement", {"dokumen yang diminta", "what is required"}},
    {"tie", {"nilai sama", "tie"}},
    {"numerator", {"pembilang", "numerator"}},
    {"denominator", {"penyebut", "denominator"}},
    {"percent", {"persen", "per cent"}},
    {"last_numerator", {"pembilang tahun lalu", "numerator last year"}},
    {"last_denominator", {"penyebut tahun lalu", "denominator last year"}},
    {"last_percent", {"persen tahun lalu", "per cent last year"}},
    {"change", {"perubahan (poin)", "change (points)"}},
    {"target", {"target", "target"}},
    {"value", {"angka", "value"}},
    {"regions", {"banyaknya wilayah", "regions"}},
    {"set_aside", {"tidak dihitung", "set aside"}},
    {"over_100", {"di atas 100 %", "over 100 %"}},
    {"attainment", {"capaian target", "reached of the target"}},
    {"margin", {"jarak ke target", "distance to the target"}},
    {"reached", {"target tercapai", "target reached"}},
    {"unserved", {"belum terlayani", "not served"}},
    {"share", {"bagian (%)", "share (%)"}},
    {"aspect_place", {"urutan kelemahan", "place of the weakness"}},
    {"place", {"urutan", "place"}},
    {"indicator", {"indikator", "indicator"}},
    {"indicator_name", {"nama indikator", "name of the indicator"}},
    {"peer", {"kode tempat belajar", "code of the peer"}},
    {"peer_name", {"tempat belajar", "peer"}},
    {"peer_percent", {"cakupan tempat belajar", "the peer's coverage"}},
    {"peer_denominator", {"sasaran tempat belajar", "the peer's size"}},
    {"children", {"anak diukur", "children measured"}},
    {"measured", {"diukur", "measured"}},
    {"affected", {"anak dengan masalah itu", "children affected"}},
    {"lower_bound", {"batas bawah", "lower bound"}},
    {"upper_bound", {"batas atas", "upper bound"}},
    {"ds_children", {"D", "D"}},
    {"ds_target", {"S", "S"}},
    {"ds_percent", {"D/S (%)", "D/S (%)"}},
    {"stunted", {"stunting", "stunted"}},
    {"stunted_percent", {"stunting (%)", "stunted (%)"}},
    {"severely_stunted", {"sangat pendek", "severely stunted"}},
    {"severely_stunted_percent", {"sangat pendek (%)", "severely stunted (%)"}},
    {"underweight", {"berat kurang", "underweight"}},
    {"underweight_percent", {"berat kurang (%)", "underweight (%)"}},
    {"wasted", {"gizi kurang", "wasted"}},
    {"wasted_percent", {"gizi kurang (%)", "wasted (%)"}},
    {"overweight", {"gizi lebih", "overweight"}},
    {"overweight_percent", {"gizi lebih (%)", "overweight (%)"}},
    {"received", {"diterima", "received"}},
    {"received_percent", {"diterima (%)", "received (%)"}},
    {"due", {"seharusnya", "due"}},
    {"not_due", {"tidak berlaku", "not due"}},
    {"persons", {"orang", "persons"}},
    {"complete", {"orang lengkap", "persons complete"}},
    {"complete_percent", {"paket lengkap (%)", "complete package (%)"}},
    {"households", {"rumah tangga", "households"}},
    {"complete_households", {"rumah tangga lengkap", "households complete"}},
    {"complete_households_percent", {"rumah tangga lengkap (%)", "households complete (%)"}},
    {"submissions", {"kiriman", "submissions"}},
    {"records", {"baris diterima", "rows accepted"}},
    {"rejected", {"baris ditolak", "rows rejected"}},
    {"rejected_percent", {"baris ditolak (%)", "rows rejected (%)"}},
    {"remarks", {"catatan", "remarks"}},
    {"came_on", {"hari datang", "day it came"}},
    {"days_late", {"hari terlambat", "days late"}},
    {"state", {"keadaan", "state"}},
    {"superseded_by", {"digantikan oleh kiriman", "superseded by submission"}},
    {"findings", {"temuan", "findings"}},
    {"submission_key", {"nomor kiriman", "number of the submission"}},
    {"sentence", {"kalimat", "sentence"}},
    {"figure", {"angka", "figure"}},
    {"expected", {"pembanding", "expected"}},
    {"name", {"nama", "name"}},
    {"source", {"sumber", "source"}},
    {"weight", {"bobot", "weight"}},
    {"region_name", {"nama wilayah", "name of the region"}},
    {"province_name", {"nama provinsi", "name of the province"}},
    {"node_name", {"nama simpul", "name of the node"}},
    {"period", {"periode", "period"}},
    {"file_name", {"nama berkas", "name of the file"}},
    {"target_source", {"sumber target", "source of the target"}},
    {"instrument_source", {"sumber instrumen", "source of the instrument"}},
    {"printed_decimals", {"desimal tertulis", "decimals in print"}},
    {"figures", {"angka diperiksa", "figures checked"}},
};

static const struct named kinds[] = {
    {"lokus", {"desa lokus", "focus villages"}},
    {"other", {"desa bukan lokus", "other villages"}},
    {"strong", {"terkuat", "strongest"}},
    {"weak", {"terlemah", "weakest"}},
    {"under5", {"balita", "under five"}},
    {"under2", {"baduta", "under two"}},
    {"stunted", {"stunting", "stunted"}},
    {"severely_stunted", {"sangat pendek", "severely stunted"}},
    {"underweight", {"berat kurang", "underweight"}},
    {"wasted", {"gizi kurang", "wasted"}},
    {"overweight", {"gizi lebih", "overweight"}},
    {"bumil", {"ibu hamil", "pregnant women"}},
    {"anak", {"anak 0–23 bulan", "children of 0–23 months"}},
    {"coverage", {"cakupan", "coverage"}},
    {"prevalence", {"status gizi", "nutrition"}},
    {"convergence", {"konvergensi", "convergence"}},
    {"complete", {"paket lengkap", "complete package"}},
};

const char *names_part(const char *code)
{
    return NAMED(parts, code);
}

const char *names_view(const char *code)
{
    return NAMED(views, code);
}

const char *names_field(const char *code)
{
    return NAMED(fields, code);
}

const char *names_kind(const char *code)
{
    return NAMED(kinds, code);
}
