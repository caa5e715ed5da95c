package import Archives
package import Frame

/// Open data to take away: every address of this room.
package enum ArchiveRoutes {
    package static func all(_ archives: Archives) -> [Route] {
        let places = DataPlaces(limit: 3)
        let sizes = DataSizes(archives)
        return pages(archives, places, sizes) + archives.everybody.files.map { self.file($0, places) }
    }

    private static func pages(_ archives: Archives, _ places: DataPlaces, _ sizes: DataSizes) -> [Route] {
        [
            .page("data", "/data") { exchange throws(WebError) in
                try await DataView.answer(exchange, archives, try await sizes.current())
            },
            .page("data-archive", "/data/" + PublicArchive.zipName, contentType: "application/zip") {
                exchange throws(WebError) in try DataFiles.archive(exchange, archives, places)
            },
            .page("data-dictionary", "/data/README.md", contentType: "text/markdown") { exchange throws(WebError) in
                DataFiles.dictionary(exchange, archives)
            },
            .api("getData", "/data", [], "What there is as open data: files, columns, rows now.", "OpenData") {
                exchange throws(WebError) in try await DataJSON.answer(exchange, archives, try await sizes.current())
            },
        ]
    }

    private static func file(_ file: PublicFile, _ places: DataPlaces) -> Route {
        .page(
            "data-" + file.name, "/data/" + file.name, contentType: String(file.contentType.prefix { $0 != ";" })
        ) { exchange throws(WebError) in try DataFiles.file(exchange, file, places) }
    }

    package static let schemas: [Schema.Named] = DataJSON.schemas
}
