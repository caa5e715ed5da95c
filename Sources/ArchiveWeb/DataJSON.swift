import Archives
import Domain
import Frame
import Markup

/// What there is as open data, for programs.
enum DataJSON {
    static func answer(_ exchange: Exchange, _ archives: Archives, _ counts: [String: Int]) async throws(WebError)
        -> Answer
    {
        let json = JSONWriter()
        json.object {
            json.member("archive", "/data/" + PublicArchive.zipName)
            json.member("dictionary", "/data/README.md")
            json.member("licence", archives.everybody.licence)
            json.array("files") {
                for file in archives.everybody.files {
                    json.object {
                        json.member("name", file.name)
                        json.member("address", "/data/" + file.name)
                        json.member("meaning", file.meaning)
                    }
                }
            }
            json.array("kinds") {
                for table in archives.everybody.tables {
                    json.object {
                        json.member("name", table.name)
                        json.member("rows", counts[table.name])
                        json.array("columns") {
                            for column in table.columns {
                                json.object {
                                    json.member("name", column.name)
                                    json.member("form", column.kind.rawValue)
                                    json.member("meaning", column.meaning)
                                }
                            }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static let schemas: [Schema.Named] = [
        (
            "OpenData",
            .object([
                ("archive", .string), ("dictionary", .string), ("licence", .nullableString),
                ("files", .array(.object([("name", .string), ("address", .string), ("meaning", .string)]))),
                (
                    "kinds",
                    .array(
                        .object([
                            ("name", .string), ("rows", .nullableInteger),
                            (
                                "columns",
                                .array(.object([("name", .string), ("form", .string), ("meaning", .string)]))
                            ),
                        ]))
                ),
            ])
        )
    ]
}
