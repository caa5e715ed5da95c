import Foundation

/// What every page has to be, read from its bytes alone.
struct PageCheck {
    let html: String

    /// Everything wrong with the page, in words.
    func problems(language: String, direction: String) -> [String] {
        var problems: [String] = []
        if html.utf8.count > 100_000 { problems.append("\(html.utf8.count) bytes") }
        if html.contains("⟦") { problems.append("missing message " + (groups("⟦([^⟧]*)⟧").first ?? "")) }
        if !html.contains("<html lang=\"\(language)\" dir=\"\(direction)\">") {
            problems.append("language or direction")
        }
        if html.contains("<script") || html.contains(" style=\"") || html.contains(" onclick") {
            problems.append("script or inline style")
        }
        let ids = groups(" id=\"([^\"]*)\"")
        if Set(ids).count != ids.count { problems.append("an id twice") }
        for reference in groups("(?:aria-labelledby|aria-describedby|for)=\"([^\"]*)\"") where !ids.contains(reference)
        {
            problems.append("no element \(reference)")
        }
        problems += headingProblems
        for landmark in ["<header", "<main", "<footer", "<nav"] where !html.contains(landmark) {
            problems.append("no \(landmark)>")
        }
        return problems
    }

    /// One first heading, and none that skips a level.
    private var headingProblems: [String] {
        let levels = groups("<h([1-6])[ >]").compactMap { Int($0) }
        var problems: [String] = []
        if levels.filter({ $0 == 1 }).count != 1 {
            problems.append("\(levels.filter { $0 == 1 }.count) first headings")
        }
        for (before, after) in zip([0] + levels, levels) where after > before + 1 {
            problems.append("heading \(after) after \(before)")
        }
        return problems
    }

    /// Addresses within this site, decoded.
    var links: [String] {
        groups("<a [^>]*href=\"([^\"]*)\"").map { $0.replacingOccurrences(of: "&amp;", with: "&") }
            .filter { $0.hasPrefix("/") }
    }

    private func groups(_ pattern: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return expression.matches(in: html, range: NSRange(html.startIndex..., in: html)).compactMap {
            Range($0.range(at: 1), in: html).map { String(html[$0]) }
        }
    }
}
