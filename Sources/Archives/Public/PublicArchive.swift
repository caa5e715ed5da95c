import FoundationEssentials

/// Everything that everybody may read, as files. Made anew whenever somebody asks: what was withdrawn is not in it.
package struct PublicArchive: Sendable {
    package static let zipName = "rapporteur-public.zip"
    static let readMe = "README.md"
    /// Where the dictionary of everything has the other name.
    static let besideName = "OPEN-DATA.md"

    package let tables: [PublicTable]
    package let files: [PublicFile]
    package let licence: String?

    package init(tables: [PublicTable], further: [PublicFile] = [], licence: String? = nil) {
        self.tables = tables
        self.licence = licence
        files = tables.flatMap(PublicFile.files) + further
    }

    package func file(_ name: String) -> PublicFile? { files.first { $0.name == name } }

    /// The data dictionary, as Markdown. `instant` is when the files are made.
    package func dictionary(at instant: String) -> [UInt8] {
        Array(DataDictionary.everybody(tables, files, made: "\(instant.prefix(19))Z", licence: licence).utf8)
    }

    /// One ZIP file, to be taken piece by piece.
    package func zip(at instant: String) -> PublicZip { PublicZip(self, at: instant) }

    /// Writes the files into a folder, without manifest and checksums.
    package func written(to path: String) async throws {
        _ = try await write(to: path, dictionary: Self.readMe, at: "", sums: []) { _ in }
    }

    /// Writes every file, and the data dictionary under this name. Returns what has checksums now.
    func write(
        to path: String, dictionary name: String, at instant: String, sums: [OutputFolder.Sum],
        progress: (String) -> Void
    ) async throws -> [OutputFolder.Sum] {
        let output = try OutputFolder(path, sums: sums)
        for file in files {
            progress(file.name)
            let written = try output.file(file.name)
            var pieces = PublicPieces(file)
            while let bytes = try await pieces.next() { try written.write(bytes) }
            try output.finish(written)
        }
        try output.write(name, dictionary(at: instant))
        return output.sums
    }
}
