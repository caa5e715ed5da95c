/// The data dictionary that goes with an export: made from the descriptions that the files are made from.
enum DataDictionary {
    /// Of what everybody may read.
    static func everybody(_ tables: [PublicTable], _ files: [PublicFile], made: String, licence: String?) -> String {
        """
        # Open data of Rapporteur

        Made \(made). \(licence.map { "Licence: \($0)." } ?? "The operator of the installation names no licence.")

        | file | what |
        |---|---|
        \(files.map { "| `\($0.name)` | \($0.meaning) |" }.joined(separator: "\n"))
        | `SHA256SUMS` | checksums of the files; `sha256sum -c SHA256SUMS` compares them |

        Files that end in `.jsonl` have one JSON object a line. Files that end in `.csv` are UTF-8 with a byte order mark, as RFC 4180
        says; several values in one cell are joined by "; ", and a text a spreadsheet would take for a formula is led by an apostrophe.
        Null and an empty list mean "no data", never "none". Documents whose symbol begins with `DEMO/` are invented. `rapporteur import`
        reads `recommendations.jsonl` and `programmes.iati.xml`.

        \(tables.map(section).joined(separator: "\n\n"))

        """
    }

    private static func section(_ table: PublicTable) -> String {
        var text = "## \(table.name)\n\n\(table.meaning)\n\n" + columns(table.columns)
        if let sheet = table.tableColumns, sheet != table.columns {
            text += "\n\nColumns of `\(table.name).csv`:\n\n" + columns(sheet)
        }
        return text
    }

    private static func columns(_ columns: [PublicColumn]) -> String {
        "| field | form | meaning |\n|---|---|---|\n"
            + columns.map { "| `\($0.name)` | \($0.kind.rawValue) | \($0.meaning) |" }.joined(separator: "\n")
    }

    /// Of an archive that can be brought back.
    static func whole(_ manifest: Manifest, _ tables: [TableSchema]) -> String {
        let notes = Dictionary(TableNote.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = Dictionary(manifest.tables.map { ($0.name, $0.rows) }, uniquingKeysWith: { first, _ in first })
        let written = tables.filter { rows[$0.name] != nil }
        let left = tables.compactMap { table -> String? in
            switch notes[table.name]?.scope {
            case .left(let reason): "| `\(table.name)` | \(reason) |"
            case .sealed: "| `\(table.name)` | in the sealed part alone: \(notes[table.name]?.meaning ?? "") |"
            default: nil
            }
        }
        return """
            # An archive of Rapporteur: \(manifest.scope == .workspace ? "one workspace" : "the whole installation")

            Made \(manifest.made), schema \(manifest.schema). It is not public: it holds what people of workspaces wrote for themselves.
            `rapporteur import-archive FOLDER` brings it into an empty installation.

            | place | what |
            |---|---|
            | `manifest.json` | form, version, scope, and how many rows each table has |
            | `tables/NAME.jsonl` | one row a line: an object from column names to numbers, texts and null; bytes are base64, numbers with decimals are texts |
            | `files/` | files that people added, whole; the rows of `stored_file_part` and `reading_file` say how long each piece is |
            | `audit/` | public keys and signed heads that the audit log is checked by |
            | `operator/` | words, weights, models and templates of letters that the operator laid into the data folder |
            | `recommendations.jsonl` and other files beside it | what everybody may read, as open data; `\(PublicArchive.besideName)` describes them |
            | `\(SealedPart.name)` | keys, passwords and second factors, sealed with a pass phrase; only where one was given |
            | `SHA256SUMS` | checksums; `sha256sum -c SHA256SUMS` compares them |

            Numbers can be as large as 64 bits: a program that reads JSON numbers as floating point loses digits of `join_key` and `digest`.

            \(written.map { section($0, notes[$0.name]?.meaning ?? "", rows[$0.name] ?? 0) }.joined(separator: "\n\n"))

            ## What is not there

            | table | why |
            |---|---|
            \(left.joined(separator: "\n"))

            """
    }

    private static func section(_ table: TableSchema, _ meaning: String, _ rows: Int) -> String {
        let columns = table.columns.map { column in
            let refers = column.references.map { " Names a row of `\($0)`." } ?? ""
            return "| `\(column.name)` | \(column.kind.rawValue)\(column.isRequired ? "" : " or null") |\(refers) |"
        }
        return """
            ## \(table.name)

            \(meaning) \(rows) rows; the key is \(table.key.map { "`\($0)`" }.joined(separator: ", ")).

            | column | form | refers |
            |---|---|---|
            \(columns.joined(separator: "\n"))
            """
    }
}
