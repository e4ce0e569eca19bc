package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.mingfa.server.access.Permit;
import org.mingfa.server.registry.person.Photos;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The photo on a person's certificate. */
@RestController
@RequestMapping("/api/registry/people/{id}/photo")
class PhotoController {

    private static final int READ = 5 * 1024 * 1024 + 1;

    private final Photos photos;

    PhotoController(Photos photos) {
        this.photos = photos;
    }

    @Operation(summary = "Gives a person a photo (JPEG or PNG, up to 5 MB): drawn anew at 480 × 640, without metadata")
    @PostMapping
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            photos.put(id, in.readNBytes(READ));
        }
    }

    @Operation(summary = "Removes a person's photo")
    @DeleteMapping
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        photos.remove(id);
    }

    @Operation(summary = "A person's photo; none of somebody who has left")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @GetMapping
    @Permit("registry.read")
    ResponseEntity<byte[]> photo(@PathVariable long id) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(photos.of(id));
    }
}
