import Testing

@testable import Frame

@Suite("Lists of work")
struct ListTests {
    @Test("A list is ordered by what it offers, from either end, else as it stands by itself")
    func sorting() {
        func read(_ text: String?) -> Sorting {
            Sorting(
                Query(text.map { [.init(name: "sort", value: $0)] } ?? []), columns: ["due", "title"],
                standard: Sorting("due"))
        }
        #expect(read("-title") == Sorting("title", isDescending: true))
        #expect(read("title").text == "title")
        #expect(read("-title").text == "-title")
        #expect(read("owner") == Sorting("due"))
        #expect(read(nil) == Sorting("due"))
        #expect(Sorting.parameter(["due"]).accepts("-due"))
        #expect(!Sorting.parameter(["due"]).accepts("-"))
    }

    @Test("Rows are those that were ticked, each once, or all of the list")
    func picked() throws {
        let ticked = try Picked(Query(parsing: "which=ticked&row=7&row=3&row=7"))
        #expect(ticked == .rows([7, 3]))
        #expect(try Picked(Query(parsing: "which=all&row=7")) == .all)
        #expect(try Picked(Query(parsing: "which=ticked")) == .rows([]))
        #expect(throws: WebError.self) { try Picked(Query(parsing: "row=7%20or%201")) }
        #expect(throws: WebError.self) { try Picked(Query(parsing: "row=-1")) }
    }
}
