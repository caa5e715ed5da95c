/// Why an export or an import of an archive ended. Nothing half-done is left behind.
package enum ArchiveFault: Error, Hashable, Sendable {
    case unwritable(path: String, reason: String)
    case store(String)
    /// A table has no note, or a note no table.
    case undescribed([String])
    case noWorkspace(String)
    case missing(file: String)
    /// The file is not what was written: the line, counted from 1, where it is known.
    case damaged(file: String, line: Int?, reason: String)
    case notAnArchive(String)
    case unknownVersion(Int)
    case newerSchema(archive: Int, program: Int)
    /// A name that leads out of the archive.
    case outside(name: String)
    case tooLarge(String)
    /// The store has rows already.
    case notEmpty(table: String)
    /// The store was made by another version than the archive's.
    case otherSchema(archive: Int, store: Int)
    case passphrase
    /// A key, or heads of the log, lie in the data folder already and are not the archive's.
    case otherFile(path: String)
    /// Keys of installations that were named, in hexadecimal digits, and signed nothing of the archive.
    case otherKey([String])
    /// Fewer than `phraseCharactersMin` characters.
    case shortPhrase
    case busy

    package static let phraseCharactersMin = SealedPart.phraseCharactersMin

    package var sentence: String {
        switch self {
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .store(let reason): "The store did not answer: \(reason)"
        case .undescribed(let sentences): sentences.joined(separator: "\n")
        case .noWorkspace(let slug): "There is no workspace \(slug). `rapporteur workspace list` names them."
        case .missing(let file):
            "\(file) is missing: the export was not finished, or a file was lost. Nothing was imported."
        case .damaged(let file, let line, let reason):
            "\(file)\(line.map { ", line \($0)" } ?? "") is damaged: \(reason) Nothing was imported."
        case .notAnArchive(let reason): "This is no archive that can be imported: \(reason)"
        case .unknownVersion(let version):
            "The archive has form \(version), which this program does not know. Take a newer program."
        case .newerSchema(let archive, let program):
            "The archive was made by a newer program (schema \(archive), this one knows \(program)). Take that program."
        case .outside(let name): "\(name) leads out of the archive. Nothing was imported."
        case .tooLarge(let reason): "The archive is too large: \(reason)"
        case .notEmpty(let table):
            "An archive goes into an empty installation, and the table \(table) has rows. Name another folder with --data, or an empty database with --database."
        case .otherSchema(let archive, let store):
            "The archive is of schema \(archive) and this empty store of schema \(store). Take a new folder or database."
        case .passphrase: "The sealed part does not open: the pass phrase is another one, or the file is damaged."
        case .otherFile(let path):
            "\(path) is there already and is not the archive's: of an import of another archive that was broken off, or of another installation. Nothing was imported; name an empty folder with --data."
        case .otherKey(let keys):
            "No installation with this key made the archive: \(keys.joined(separator: ", ")). Nothing was imported; ask those who gave it to you."
        case .shortPhrase:
            "The pass phrase needs \(Self.phraseCharactersMin) characters or more, on the first line of its file."
        case .busy: "Others take the archive at this moment. Try again in a minute."
        }
    }
}
