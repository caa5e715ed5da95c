import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// One line on standard error that is written over: a bar, the rate, the time that remains. Silent where nobody watches.
final class ProgressLine: Sendable {
    private let isTerminal: Bool
    private let lastShown = Mutex<Double>(-1)

    init(isTerminal: Bool = isatty(STDERR_FILENO) == 1) { self.isTerminal = isTerminal }

    /// At most ten times a second.
    func show(rows: Int, bytesRead: Int, bytesTotal: Int?, seconds: Double) {
        guard isTerminal else { return }
        let isDue = lastShown.withLock { last in
            guard seconds - last >= 0.1 else { return false }
            last = seconds
            return true
        }
        guard isDue else { return }
        write("\r\u{1B}[2K" + Self.line(rows: rows, bytesRead: bytesRead, bytesTotal: bytesTotal, seconds: seconds))
    }

    /// Says what is being done, at once.
    func say(_ text: String) {
        if isTerminal { write("\r\u{1B}[2K" + text) }
    }

    func clear() {
        if isTerminal { write("\r\u{1B}[2K") }
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    static func line(rows: Int, bytesRead: Int, bytesTotal: Int?, seconds: Double) -> String {
        let rate = seconds > 0 ? Int(Double(rows) / seconds) : 0
        guard let total = bytesTotal, total > 0, bytesRead > 0 else {
            return "\(grouped(rows)) rows, \(grouped(rate)) a second"
        }
        let share = min(1, Double(bytesRead) / Double(total))
        let filled = Int(share * 24)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let remaining = Int((seconds / share * (1 - share)).rounded(.up))
        return
            "\(bar) \(Int(share * 100)) %  \(grouped(rows)) rows, \(grouped(rate)) a second, \(duration(remaining)) left"
    }

    static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    static func duration(_ seconds: Int) -> String {
        seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }
}
