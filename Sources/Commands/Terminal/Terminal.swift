import Foundation
import Markup

#if canImport(Glibc)
import Glibc
#endif

/// What a command prints: results on standard output, remarks on standard error.
enum Terminal {
    static func say(_ line: String) { put(Array(line.utf8) + [0x0A], .standardOutput) }
    static func remark(_ line: String) { put(Array(line.utf8) + [0x0A], .standardError) }

    /// Where nothing can be written any more (a full disk, a closed pipe), there is nobody to tell.
    private static func put(_ bytes: some Sequence<UInt8>, _ handle: FileHandle) {
        try? handle.write(contentsOf: Data(bytes))
    }

    /// Bytes as they are, on standard output.
    static func put(_ bytes: [UInt8]) { put(bytes, .standardOutput) }

    /// One JSON object on a line of its own.
    static func json(_ content: (JSONWriter) -> Void) {
        let writer = JSONWriter()
        writer.object { content(writer) }
        writer.newline()
        put(writer.bytes, .standardOutput)
    }

    /// Columns the terminal has; 100 where nobody says.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
        return Int(size.ws_col)
    }

    static var isStyled: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    static func dim(_ text: String) -> String { isStyled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// Lines of at most `width` characters, broken at spaces.
    static func wrap(_ text: String, width: Int, indent: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, line.count + word.count + 1 > width - indent.count {
                lines.append(indent + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(indent + line) }
        return lines.joined(separator: "\n")
    }
}
