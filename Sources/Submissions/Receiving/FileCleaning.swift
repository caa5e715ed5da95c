import Programs
import Secrets

/// A file as it is kept: without metadata and without its name.
package struct CleanFile: Sendable {
    /// The ending of its kind: `pdf`.
    package var ending: String
    package var bytes: [UInt8]
}

/// Takes metadata out of files with mat2, in a folder in memory and with nothing else of the file system in view, or refuses them.
struct FileCleaning: Sendable {
    static let fileBytesMax = 10 << 20
    static let filesMax = 5
    static let totalBytesMax = 20 << 20

    /// Kinds that are taken, as endings.
    static let endings = [
        "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jpg", "png", "txt", "mp3", "ogg", "flac", "wav",
    ]

    let runner: ProgramRunner

    /// What a file is, by its first bytes and, within packages, by what lies in them; its name decides nothing. Nil for kinds that are
    /// not taken.
    static func ending(_ bytes: [UInt8]) -> String? {
        func begins(_ text: String, at place: Int = 0) -> Bool {
            bytes.count >= place + text.utf8.count && bytes[place...].starts(with: text.utf8)
        }
        if begins("%PDF-") { return "pdf" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) { return "png" }
        if begins("ID3") || (bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2) { return "mp3" }
        if begins("OggS") { return "ogg" }
        if begins("fLaC") { return "flac" }
        if begins("RIFF"), begins("WAVE", at: 8) { return "wav" }
        if begins("PK\u{3}\u{4}") { return package(bytes) }
        let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        return isText && !bytes.isEmpty ? "txt" : nil
    }

    /// OpenDocument names its kind first; Office's packages by their main part.
    private static func package(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(120), as: UTF8.self)
        for (type, ending) in [("text", "odt"), ("spreadsheet", "ods"), ("presentation", "odp")]
        where head.contains("application/vnd.oasis.opendocument.\(type)") { return ending }
        for (part, ending) in [
            ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"),
        ]
        where contains(bytes, Array(part.utf8)) { return ending }
        return nil
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            (0...(bytes.count - part.count)).contains { start in
                bytes[start] == first && bytes[start..<(start + part.count)].elementsEqual(part)
            }
        }
    }

    /// The file without metadata; `unfit` where its kind is not taken or something in it cannot be cleaned. A cleaned file is looked
    /// at once more, and refused where anything is left.
    func clean(_ bytes: [UInt8]) async throws(SubmissionError) -> CleanFile {
        guard bytes.count <= Self.fileBytesMax else { throw .unfit(field: "files", key: "submit.file.tooLarge") }
        guard let ending = Self.ending(bytes) else { throw .unfit(field: "files", key: "submit.file.kind") }
        let name = "file.\(ending)"
        let limits = ProgramLimits(seconds: 60, memoryBytes: 3 << 30, outputBytes: 1 << 20, fileBytes: 64 << 20)
        do throws(ProgramError) {
            let cleaned = try await mat2(["--inplace"], on: bytes, as: name, limits, taking: name)
            let said = try await mat2(["--show"], on: cleaned, as: name, limits)
            guard String(decoding: said, as: UTF8.self).contains("No metadata found"),
                cleaned.count <= 3 * Self.fileBytesMax
            else { throw ProgramError.failed(.mat2, status: 1, reason: "metadata is left") }
            return CleanFile(ending: ending, bytes: cleaned)
        } catch { throw .unfit(field: "files", key: "submit.file.unclean") }
    }

    /// mat2 shut in, and therefore without a second shell of its own inside. Editions of it differ in what they take the flag for that turns
    /// it off: 0.13 turns it on with it.
    private func mat2(
        _ arguments: [String], on bytes: [UInt8], as name: String, _ limits: ProgramLimits, taking: String? = nil
    ) async throws(ProgramError) -> [UInt8] {
        func run(_ flags: [String]) async throws(ProgramError) -> [UInt8] {
            try await runner.run(
                .mat2, flags + arguments + [name], files: [name: bytes], limits: limits, taking: taking, isShutIn: true)
        }
        do throws(ProgramError) { return try await run([]) } catch {
            guard case .failed = error else { throw error }
            return try await run(["--no-sandbox"])
        }
    }
}
