import Foundation

/// Every kind of page that links lead to from the start page, each asked once and uncompressed.
struct Crawl {
    let client: Loopback
    /// Pages asked below one first part of the address: `/states/...`, `/search...`.
    var pagesPerKindMax = 40
    var pagesMax = 500

    struct Outcome {
        var pages = 0
        var largestBytes = 0
        var largestPath = ""
    }

    func run() throws -> Outcome {
        var outcome = Outcome()
        var seen: Set<String> = ["/"]
        var askedOfKind: [Substring: Int] = [:]
        var waiting = ["/"]
        while !waiting.isEmpty, outcome.pages < pagesMax {
            let path = waiting.removeFirst()
            let kind = path.dropFirst().prefix { $0 != "/" && $0 != "?" }
            guard askedOfKind[kind, default: 0] < pagesPerKindMax else { continue }
            askedOfKind[kind, default: 0] += 1
            guard let answer = client.get(path) else { throw ServingError.noAnswer(path: path) }
            // A page may lead to another with a redirect; a link that leads nowhere is a fault.
            if (300..<400).contains(answer.status) { continue }
            guard answer.status == 200 else { throw ServingError.badStatus(path: path, status: answer.status) }
            guard answer.isPage else { continue }
            outcome.pages += 1
            if answer.body.count > outcome.largestBytes {
                outcome.largestBytes = answer.body.count
                outcome.largestPath = path
            }
            for link in links(in: answer.body) where seen.insert(link).inserted { waiting.append(link) }
        }
        return outcome
    }

    /// Addresses on this server, without their fragment.
    private func links(in body: [UInt8]) -> [String] {
        String(decoding: body, as: UTF8.self).components(separatedBy: "href=\"").dropFirst().compactMap { rest in
            let link = rest.prefix { $0 != "\"" && $0 != "#" }.replacingOccurrences(of: "&amp;", with: "&")
            return link.hasPrefix("/") && !link.hasPrefix("//") ? link : nil
        }
    }
}
