//! The pages and the API that people and programs reach over HTTP.
