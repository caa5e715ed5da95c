import Documents
import Domain
import Frame
import Locales
import Markup
import Operations

/// A stretch of the document's text with the lines of the finding marked.
struct TextPane {
    let view: View
    let question: ReviewQuestion
    let item: ReadingItem?
    let text: DocumentText
    let language: String

    /// Lines shown at a time, of them before the finding; and bytes, whatever the lines hold.
    private static let linesMax = 70
    private static let linesBefore = 8
    private static let bytesMax = 14_000
    private static let lineCharactersMax = 3_000

    private var html: HTMLWriter { view.html }

    func write() {
        let shown = range
        html.element(
            .div, .class("sheet text"), .lang(language), .dir("auto"), .tabindex(0), .role("group"),
            .label(view.say("review.document"))
        ) {
            var page = shown.first.map { text.lines[$0].page } ?? 0
            if page > 0 { mark(page) }
            for paragraph in paragraphs(shown) {
                if let first = paragraph.first, text.lines[first].page > page {
                    page = text.lines[first].page
                    mark(page)
                }
                self.paragraph(paragraph)
            }
        }
        html.element(.nav, .class("pager small"), .label(view.say("document.places"))) {
            if shown.lowerBound > 0 {
                step(max(0, shown.lowerBound - Self.linesMax + 10), "document.earlier")
            }
            if shown.upperBound < text.lines.count { step(shown.upperBound, "document.later") }
        }
    }

    private var marked: Range<Int>? { item?.current.lines }

    /// From where the address says, else a little before the finding; as far as lines and bytes allow.
    private var range: Range<Int> {
        let count = text.lines.count
        let from = min(max(0, question.at ?? (marked?.lowerBound ?? 0) - Self.linesBefore), max(0, count - 1))
        var to = from
        var bytes = 0
        while to < count, to < from + Self.linesMax, bytes < Self.bytesMax {
            bytes += min(text.lines[to].text.utf8.count, Self.lineCharactersMax * 2)
            to += 1
        }
        return from..<to
    }

    /// Runs of lines without a blank one or a number in front, none across the finding's border or a page's.
    private func paragraphs(_ range: Range<Int>) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start: Int?
        func close(_ end: Int) {
            if let first = start { paragraphs.append(first..<end) }
            start = nil
        }
        for index in range {
            let line = text.lines[index]
            if Self.isEmpty(line.text) { close(index); continue }
            let isBorder =
                index > range.lowerBound
                && (isMarked(index) != isMarked(index - 1) || line.page != text.lines[index - 1].page)
            if isBorder || Self.opensParagraph(line.text) { close(index) }
            if start == nil { start = index }
        }
        close(range.upperBound)
        return paragraphs
    }

    /// Nothing that a reader could see: the font of a bar code has its letters where nobody else's are.
    private static func isEmpty(_ line: String) -> Bool {
        line.unicodeScalars.allSatisfy { $0.properties.generalCategory == .privateUse || $0.properties.isWhitespace }
    }

    /// A number or letter in front, as paragraphs, list items and page numbers have: `92.1.`, `(a)`, `15`.
    private static func opensParagraph(_ line: String) -> Bool {
        let word = line.prefix { !$0.isWhitespace }
        guard word.count <= 10, let last = word.last else { return false }
        let inner = word.filter { $0 != "(" && $0 != ")" && $0 != "." }
        let isNumbered = inner.allSatisfy(\.isNumber) || inner.count == 1
        return isNumbered && (last == "." || last == ")" || word.contains(".") || word.count == line.count)
    }

    private func isMarked(_ index: Int) -> Bool { marked?.contains(index) ?? false }

    private func mark(_ page: Int) {
        html.element(
            .p, .class("folio"), .lang(view.words.tag), .dir(view.words.direction.rawValue),
            text: view.say("document.pageNumber", ["number": .number(page)]))
    }

    private func paragraph(_ lines: Range<Int>) {
        html.element(.p, .class(isMarked(lines.lowerBound) ? "here" : ""), .dir("auto")) {
            func words() {
                for index in lines {
                    if index > lines.lowerBound { html.text(" ") }
                    html.text(String(text.lines[index].text.prefix(Self.lineCharactersMax)))
                }
            }
            if isMarked(lines.lowerBound) { html.element(.mark, content: words) } else { words() }
        }
    }

    private func step(_ at: Int, _ key: String) {
        let address = question.with {
            $0.at = at
            $0.tab = .document
            $0.item = item?.id
        }.address(view)
        view.link(address, view.say(key))
    }
}
