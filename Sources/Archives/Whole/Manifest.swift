import FoundationEssentials
import Markup

/// What an archive says of itself, `manifest.json`.
package struct Manifest: Codable, Hashable, Sendable {
    package struct Table: Codable, Hashable, Sendable {
        package var name: String
        package var rows: Int

        package init(name: String, rows: Int) {
            self.name = name
            self.rows = rows
        }
    }

    package enum Scope: String, Codable, Sendable {
        case installation, workspace
        case everybody = "public"
    }

    package static let name = "manifest.json"
    package static let format = "rapporteur-archive"
    /// Grows when a program of today could not read the files of tomorrow.
    package static let currentVersion = 1
    static let sizeBytesMax = 4 << 20

    package var format = Self.format
    package var version = Self.currentVersion
    package var scope: Scope
    /// The last migration of the store it was made from.
    package var schema: Int
    /// UTC, RFC 3339.
    package var made: String
    package var tables: [Table]
    /// Rows of a workspace's archive that were left out because they lean on what belongs to others.
    package var leftOut: Int
    package var isSealedPartThere: Bool

    package init(
        scope: Scope, schema: Int, made: String, tables: [Table], leftOut: Int = 0, isSealedPartThere: Bool = false
    ) {
        self.scope = scope
        self.schema = schema
        self.made = made
        self.tables = tables
        self.leftOut = leftOut
        self.isSealedPartThere = isSealedPartThere
    }

    private enum CodingKeys: String, CodingKey {
        case format, version, scope, schema, made, tables
        case leftOut = "left_out"
        case isSealedPartThere = "sealed_part"
    }

    package var bytes: [UInt8] {
        let writer = JSONWriter()
        writer.object {
            writer.member("format", format)
            writer.member("version", version)
            writer.member("scope", scope.rawValue)
            writer.member("schema", schema)
            writer.member("made", made)
            writer.member("left_out", leftOut)
            writer.member("sealed_part", isSealedPartThere)
            writer.array("tables") {
                for table in tables {
                    writer.object {
                        writer.member("name", table.name)
                        writer.member("rows", table.rows)
                    }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// Only the form is read of an archive whose version is not known.
    private struct Form: Codable {
        var format: String
        var version: Int
    }

    static func read(_ bytes: [UInt8]) throws(ArchiveFault) -> Manifest {
        let data = Data(bytes)
        guard let form = try? JSONDecoder().decode(Form.self, from: data), form.format == Self.format else {
            throw .notAnArchive("\(Self.name) is not that of an archive of Rapporteur.")
        }
        guard form.version == currentVersion else { throw .unknownVersion(form.version) }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: data), manifest.schema > 0 else {
            throw .damaged(file: Self.name, line: nil, reason: "it does not say scope, schema and tables.")
        }
        return manifest
    }
}
