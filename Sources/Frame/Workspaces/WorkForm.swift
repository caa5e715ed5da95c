package import Domain
import Markup
import People

extension Visit {
    /// Runs an operation of a workspace with its errors as this room's.
    package func run<T: Sendable>(
        _ body: () async throws(WorkspaceError) -> T
    ) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }

    /// The number in the address; the route's pattern lets nothing else through.
    package func id<Entity>(_ name: String = "id") throws(WebError) -> ID<Entity> {
        guard let id = ID<Entity>(exchange.value(name)) else { throw .notFound }
        return id
    }
}

extension View {
    /// A form of this workspace that carries the session's token.
    package func workForm(_ address: String, style: String = "fields", version: Int? = nil, content: () -> Void) {
        html.element(.form, .class(style), .method("post"), .action(address)) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            if let version { hiddenField(Conflict.versionField, String(version)) }
            content()
        }
    }

    /// A date a person types, as a day.
    package func dayField(_ name: String, _ label: String, _ value: String, hint: String? = nil) {
        textField(name, label, value, hint: hint, type: "date", most: 10, direction: "ltr")
    }

    package func dayForm(_ day: String?) -> CalendarDate? {
        day.flatMap { CalendarDate($0.filter { !$0.isWhitespace }) }
    }

    /// A closed box with a form in it.
    package func fold(_ title: String, isOpen: Bool = false, content: () -> Void) {
        html.element(.details, .class("fold"), .open(isOpen)) {
            html.element(.summary, text: title)
            content()
        }
    }
}

extension Query {
    /// A whole day; nil where the field is empty. Throws where it is no day.
    package func day(_ name: String) throws(WebError) -> CalendarDate? {
        guard let text = first(name)?.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
        guard let date = CalendarDate(text), date.day != nil else {
            throw .invalid([.init(name: name, allowed: "round.wholeDay")])
        }
        return date
    }

    /// A text field; empty where it was not sent.
    package func words(_ name: String) -> String { first(name) ?? "" }
}
