import Domain
import Frame
import Operations

/// Where documents are received, read and decided on. Everything here asks for somebody who is signed in.
enum DeskRoutes {
    static let all: [Route] =
        [
            .desk("desk", "/desk", [said, count, known, before]) { signed throws(WebError) in
                try await DeskView.answer(signed)
            },
            .upload("desk-upload", "/desk") { signed throws(WebError) in try await DeskUpload.answer(signed) },
        ] + ofReading + ofItem

    private static let ofReading: [Route] = [
        .desk("reading", "/desk/{id}", [.id] + review) { signed throws(WebError) in
            try await ReviewView.answer(signed)
        },
        .form("reading-accept", "/desk/{id}/accept", [.id] + review) { signed, form throws(WebError) in
            try await Decisions.acceptMany(signed, form)
        },
        .desk("reading-facts", "/desk/{id}/facts", [.id]) { signed throws(WebError) in
            try await FactsView.answer(signed)
        },
        .form("reading-facts-form", "/desk/{id}/facts", [.id]) { signed, form throws(WebError) in
            try await FactsView.correct(signed, form)
        },
        .form("reading-again", "/desk/{id}/again", [.id]) { signed, form throws(WebError) in
            try await ReadingActions.readAgain(signed, form)
        },
        .form("reading-remove", "/desk/{id}/remove", [.id]) { signed, _ throws(WebError) in
            try await ReadingActions.remove(signed)
        },
        .form("reading-names", "/desk/{id}/names", [.id]) { signed, _ throws(WebError) in
            try await SealedNamesView.answer(signed)
        },
        .desk("reading-page", "/desk/{id}/pages/{page}", [.id, picture], contentType: "image/png") {
            signed throws(WebError) in try await ReadingActions.picture(signed)
        },
    ]

    private static let ofItem: [Route] = [
        .desk("item", "/desk/{id}/items/{item}", [.id, item] + review) { signed throws(WebError) in
            try await ReviewView.answer(signed)
        },
        .form("item-form", "/desk/{id}/items/{item}", [.id, item] + review) { signed, form throws(WebError) in
            try await Decisions.decide(signed, form)
        },
        .form("item-split", "/desk/{id}/items/{item}/split", [.id, item] + review) { signed, form throws(WebError) in
            try await Decisions.split(signed, form)
        },
        .form("item-merge", "/desk/{id}/items/{item}/merge", [.id, item] + review) { signed, form throws(WebError) in
            try await Decisions.merge(signed, form)
        },
    ]

    private static let item = Parameter(
        name: "item", place: .path, form: .number, summary: "Item")
    private static let picture = Parameter(
        name: "page", place: .path, form: .pattern("^[1-9][0-9]{0,4}\\.png$") { ReadingActions.page($0) != nil },
        summary: "Page")
    private static let said = Parameter(
        name: "said", form: .choice(ReviewQuestion.Said.allCases.map(\.rawValue)), summary: "What was just done")
    private static let count = Parameter(name: "n", form: .integer(0...1_000_000), summary: "How many")
    private static let before = Parameter(
        name: "before", form: .number,
        summary: "Last document of the page before")
    private static let known = Parameter(name: "known", form: .integer(0...1_000), summary: "How many were known")

    private static let review: [Parameter] = [
        Parameter(name: "show", form: .choice(ReviewQuestion.Show.allCases.map(\.rawValue)), summary: "Which items"),
        Parameter(
            name: "side", form: .choice(ReviewQuestion.Side.allCases.map(\.rawValue)), summary: "Text or picture"),
        Parameter(name: "tab", form: .choice(ReviewQuestion.Tab.allCases.map(\.rawValue)), summary: "On a phone"),
        Parameter(name: "from", form: .integer(0...1_000_000), summary: "First item of the list"),
        Parameter(name: "at", form: .integer(0...10_000_000), summary: "First line, or page"),
        said, count,
    ]
}
