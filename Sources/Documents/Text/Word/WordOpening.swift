import Programs

/// The text of a DOCX, ODT, RTF or HTML file, through pandoc. Pandoc gets what was checked on its standard input; it never opens the
/// file itself.
struct WordOpening {
    let programs: ProgramRunner
    let limits: TextLimits

    /// What pandoc is given.
    private struct Source: Sendable {
        var format: String
        var bytes: [UInt8]
        var headers: [String] = []
    }

    func open(_ file: DocumentFile) async throws(DocumentError) -> DocumentText {
        let limits = limits
        guard programs.isInstalled(.pandoc) else { throw .programMissing(program: "pandoc", package: "pandoc") }
        let source = try await Blocking.run { () throws(DocumentError) in try Self.source(file, limits) }
        let output: [UInt8]
        do throws(ProgramError) {
            output = try await programs.run(
                .pandoc, ["--sandbox", "-f", source.format, "-t", "json"], input: source.bytes,
                limits: ProgramLimits(
                    seconds: 60, memoryBytes: 2 << 30, outputBytes: 128 << 20, fileBytes: source.bytes.count + 1 << 20))
        } catch .failed(_, _, let reason) {
            throw .damaged(reason: reason.isEmpty ? "pandoc cannot read it" : Self.short(reason))
        } catch {
            throw DocumentError(error)
        }
        return try await Blocking.run { () throws(DocumentError) in
            var blocks = PandocBlocks(output)
            var text = PandocText(origin: source.format == "html" ? .plain : .word, limits: limits)
            while let block = try blocks.next() { try text.add(block) }
            var whole = text.text
            whole.headers = source.headers
            return whole
        }
    }

    private static func source(_ file: DocumentFile, _ limits: TextLimits) throws(DocumentError) -> Source {
        switch FileKind(try file.start(bytesMax: FileKind.sampleBytes)) {
        case .rtf: return Source(format: "rtf", bytes: try RichText.checked(file, limits))
        case .html: return Source(format: "html", bytes: try WebPage.checked(file))
        default:
            let archive = try CheckedArchive.read(file.path, limits)
            return Source(format: archive.kind.rawValue, bytes: archive.bytes, headers: archive.headers)
        }
    }

    /// The first line of what pandoc said, where it is short enough to show.
    private static func short(_ reason: String) -> String {
        String(reason.split(separator: "\n").first.map { $0.prefix(160) } ?? "pandoc cannot read it")
    }
}

/// An RTF file before pandoc sees it.
private enum RichText {
    /// Throws where its groups are nested too deeply or the last is not closed.
    static func checked(_ file: DocumentFile, _ limits: TextLimits) throws(DocumentError) -> [UInt8] {
        let bytes = try file.start(bytesMax: file.sizeBytes)
        var depth = 0
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
                guard depth <= limits.depthMax else { throw .limit(.depth, max: limits.depthMax) }
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
            }
        }
        guard depth <= 0 else { throw .damaged(reason: "it breaks off before its end") }
        return bytes
    }
}

/// A web page before pandoc sees it.
private enum WebPage {
    /// As UTF-8. Pages that are neither UTF-8 nor UTF-16 are taken as Windows-1252, unless they say that they are something else.
    static func checked(_ file: DocumentFile) throws(DocumentError) -> [UInt8] {
        let bytes = try file.start(bytesMax: file.sizeBytes)
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        let start = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        if let name = start.firstRange(of: "charset=") {
            let name = start[name.upperBound...].drop { $0 == "\"" || $0 == "'" }
                .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            guard ["windows-1252", "iso-8859-1", "latin1", "us-ascii", "utf-8"].contains(name) else {
                throw .damaged(reason: "its encoding (\(name)) is not read; save the page as UTF-8")
            }
        }
        return Array(String(String.UnicodeScalarView(bytes.map(scalar))).utf8)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return windows[Int(byte) - 0x80]
    }

    /// Characters 80 to 9F of Windows-1252.
    private static let windows = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
